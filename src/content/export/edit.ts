import { isDeepStrictEqual } from 'node:util'
import { isNode, isScalar, type YAMLMap } from 'yaml'
import type { FactPlace } from '../../domain/facts/pack-fact.ts'
import { mapOf, parsed, yamlIn } from './head.ts'

/** What becomes of one fact in its file: values that are set, and lines of a comment before it. */
export type Change = { place: FactPlace; id: string; set: Readonly<Record<string, string>>; comment: readonly string[] }

/** Text that takes the place of what stands from one place of a file to another. */
export type Edit = { from: number; to: number; text: string }

/**
 * The edits of a file that make these changes, and no other: lines, comments and order stay as whoever wrote the file has them. What the file
 * says afterwards is read again and compared; a change that would say anything else is left to a person.
 */
export const editsOf = (file: string, text: string, changes: readonly Change[]): { edits: readonly Edit[]; left: readonly Change[] } => {
  const all = attempt(file, text, changes)
  if (all) return { edits: all, left: [] }
  const fit = changes.filter((change) => attempt(file, text, [change]) !== null)
  const together = attempt(file, text, fit)
  return together ? { edits: together, left: changes.filter((change) => !fit.includes(change)) } : { edits: [], left: changes }
}

export const applied = (text: string, edits: readonly Edit[]): string =>
  edits.toReversed().reduce((whole, { from, to, text }) => whole.slice(0, from) + text + whole.slice(to), text)

const attempt = (file: string, text: string, changes: readonly Change[]): Edit[] | null => {
  const { at, yaml } = yamlIn(file, text)
  const doc = parsed(yaml)
  if (doc.errors.length) return null
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  const edits: Edit[] = []
  for (const { place, id, set, comment } of changes) {
    const map = mapOf(doc, place, id)
    const own = map && editsIn(yaml, map, set, comment, eol)
    if (!own) return null
    edits.push(...own.map(({ from, to, text }) => ({ from: from + at, to: to + at, text })))
  }
  edits.sort((a, b) => a.from - b.from || a.to - b.to)
  return saysOnly(file, text, edits, changes) ? edits : null
}

/** Is what the file says afterwards what it said before, but for what was set? */
const saysOnly = (file: string, text: string, edits: readonly Edit[], changes: readonly Change[]): boolean => {
  const before = parsed(yamlIn(file, text).yaml)
  const changed = applied(text, edits)
  const after = parsed(yamlIn(file, changed).yaml)
  if (after.errors.length) return false
  for (const { place, id, set } of changes) for (const [key, value] of Object.entries(set)) mapOf(before, place, id)?.set(key, value)
  const rest = (whole: string): string => {
    const { at, yaml } = yamlIn(file, whole)
    return whole.slice(0, at) + whole.slice(at + yaml.length)
  }
  return isDeepStrictEqual(sorted(before.toJS()), sorted(after.toJS())) && rest(text) === rest(changed)
}

/** Values by name, whatever the order of names; rows keep theirs. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, unknown] => [key, sorted(inner)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** After these stands what a row does not have yet. */
const before = ['source_date', 'source', 'sources', 'compiled', 'id']

const editsIn = (yaml: string, map: YAMLMap, set: Change['set'], comment: readonly string[], eol: string): Edit[] | null => {
  const edits: Edit[] = []
  const missing: [string, string][] = []
  for (const [key, value] of Object.entries(set)) {
    const node = map.get(key, true) as unknown
    if (node === undefined) missing.push([key, written(value)])
    else if (isScalar(node) && node.range && node.range[1] > node.range[0]) {
      const [from, to] = node.range
      const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
      edits.push({ from, to, text: written(value) + (block ? eol : '') })
    } else return null
  }
  if (missing.length) {
    const added = insertion(yaml, map, missing, eol)
    if (!added) return null
    edits.push(added)
  }
  if (comment.length) {
    const at = lineStart(yaml, map.range?.[0] ?? 0)
    const indent = /^[ ]*/.exec(yaml.slice(at))?.[0] ?? ''
    edits.push({ from: at, to: at, text: comment.map((line) => `${indent}${line ? `# ${line}` : '#'}${eol}`).join('') })
  }
  return edits
}

/** Names that a block does not have yet, after the last of those that they belong to. */
const insertion = (yaml: string, map: YAMLMap, missing: readonly [string, string][], eol: string): Edit | null => {
  const pair = before.flatMap((name) => map.items.find(({ key }) => isScalar(key) && key.value === name) ?? [])[0]
  const [key, value] = [pair?.key, pair?.value]
  if (!isScalar(key) || !key.range || !isNode(value) || !value.range) return null
  const end = value.range[1]
  if (map.flow) return { from: end, to: end, text: missing.map(([name, text]) => `, ${name}: ${text}`).join('') }
  const indent = ' '.repeat(key.range[0] - lineStart(yaml, key.range[0]))
  const next = yaml[end - 1] === '\n' ? end : yaml.indexOf('\n', end) + 1
  const lines = missing.map(([name, text]) => `${indent}${name}: ${text}${eol}`).join('')
  return next === 0 ? { from: yaml.length, to: yaml.length, text: eol + lines } : { from: next, to: next, text: lines }
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** A day stands as it is; a sentence in double quotes, which nothing in it can end (JSON is YAML: 1.2.2, 1.1). */
const written = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : JSON.stringify(value))
