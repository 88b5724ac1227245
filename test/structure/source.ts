import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vitest/node'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Folders and files that a clone does not hold. */
const apart = new Set(['node_modules', 'dist', 'data', 'coverage', '.git'])

export type Checkout = {
  /** Files below a folder, by path from the root, with `/` between its parts. */
  filesUnder: (folder: string) => string[]
  read: (path: string) => string
}

export const checkout = (at: string): Checkout => {
  const filesUnder = (folder: string): string[] =>
    readdirSync(join(at, folder), { withFileTypes: true })
      .filter((entry) => !apart.has(entry.name) && !/^dist\.\d+/.test(entry.name))
      .flatMap((entry) => {
        const path = relative(at, join(at, folder, entry.name)).replaceAll('\\', '/')
        return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : []
      })
      .sort()
  return { filesUnder, read: (path) => readFileSync(join(at, path), 'utf8') }
}

export const { filesUnder, read } = checkout(root)

/** Files that only tests use: tests, and made-up things beside them. */
export const isForTests = (path: string): boolean => /(?:\.test\.tsx?|[/-]fixtures\.ts|\/canonical-html\.ts)$/.test(path)

/** A node of the syntax tree (ESTree with TypeScript and JSX). */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>

const isNode = (value: unknown): value is Node => !!value && typeof value === 'object' && 'type' in value && typeof value.type === 'string'

/** Adds a node and all below it. */
const addTo = (nodes: Node[], value: unknown): Node[] => {
  if (isNode(value)) nodes.push(value)
  // Beside arrays and nodes there are texts and numbers, which have nothing below them.
  if (Array.isArray(value) || isNode(value)) for (const inner of Object.values(value)) addTo(nodes, inner)
  return nodes
}

/** Every node of a file, in the order in which it is written. */
export const parse = (path: string, code: string): Node[] => {
  const program: unknown = parseAst(code, { lang: path.endsWith('x') ? 'tsx' : 'ts' }, path)
  if (!isNode(program)) throw new Error(`${path} cannot be parsed`)
  return addTo([], program)
}

export const child = (node: Node | undefined, key: string): Node | undefined => {
  const value = node?.[key]
  return isNode(value) ? value : undefined
}
export const children = (node: Node, key: string): Node[] => {
  const value = node[key]
  return Array.isArray(value) ? value.filter(isNode) : []
}
export const nameOf = (node: Node | undefined): string => (typeof node?.name === 'string' ? node.name : '')
/** The text of a string literal, or of a template without values. */
export const literal = (node: Node | undefined): string | null => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && children(node, 'expressions').length === 0) return quasis(node)[0] ?? null
  return null
}
/** The written parts of a template, between its values. */
export const quasis = (node: Node): string[] =>
  children(node, 'quasis').map((quasi) => {
    const value = quasi.value
    return value && typeof value === 'object' && 'cooked' in value ? String(value.cooked) : ''
  })

export const lineOf = (code: string, { start }: Node): number => code.slice(0, start).split('\n').length
