import { child, children, type Node, parse } from '../source.ts'
import type { Link, Source } from './graph.ts'

export type Imported = { path: string; importers: number }

/** How many modules import each, most first. */
export const mostImported = (links: readonly Link[]): Imported[] =>
  [...Map.groupBy(links, ({ to }) => to)]
    .map(([path, { length }]) => ({ path, importers: length }))
    .toSorted((a, b) => b.importers - a.importers || a.path.localeCompare(b.path))

const typeDeclarations = new Set(['TSTypeAliasDeclaration', 'TSInterfaceDeclaration'])

/** Is what this statement exports types alone? */
const exportsTypes = (node: Node): boolean => {
  if (node.exportKind === 'type') return true
  const declaration = child(node, 'declaration')
  if (declaration) return typeDeclarations.has(declaration.type) || declaration.declare === true
  const specifiers = children(node, 'specifiers')
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.exportKind === 'type')
}

/** A module all of whose exports are types: nothing of it is left when the program runs. */
export const holdsOnlyTypes = ({ path, code }: Source): boolean => {
  const exported = parse(path, code).filter(({ type }) => /^Export(?:Named|All|Default)Declaration$/.test(type))
  return exported.length > 0 && exported.every(exportsTypes)
}

/** The middle one of some numbers, or the mean of the two in the middle. */
export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low = 0, high = low] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return (low + high) / 2
}
