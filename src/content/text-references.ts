import type { PackFiles } from './files.ts'
import { madeOnce } from './made-once.ts'
import type { YamlSource } from './yaml-source.ts'

/** What `{phone:ID}` and `{figure:ID}` in a text stand for: one definition, printed wherever it is named. */
export type Refs = { phone: ReadonlyMap<string, string>; figure: ReadonlyMap<string, string> }

const pattern = /\{(phone|figure):([a-z0-9-]+)\}/g

export const expand = (text: string, refs: Refs): string =>
  text.includes('{') ? text.replace(pattern, (whole, kind: 'phone' | 'figure', id: string) => refs[kind].get(id) ?? whole) : text

/** The same source with every text expanded. */
export const expandSource = (source: YamlSource, refs: Refs): YamlSource =>
  expanded([source, refs], '', () => ({ ...source, data: deep(source.data, refs) }))
const expanded = madeOnce<YamlSource>()

/** What holds no reference is not copied. */
const deep = (value: unknown, refs: Refs): unknown => {
  if (typeof value === 'string') return expand(value, refs)
  if (!value || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const expanded = entries.map(([, inner]) => deep(inner, refs))
  if (expanded.every((inner, i) => inner === entries[i]?.[1])) return value
  return Array.isArray(value) ? expanded : Object.fromEntries(entries.map(([key], i) => [key, expanded[i]]))
}

/** The references of a text, as they are written, in order of the alphabet. */
export const refsOf = (text: string): string[] => [...new Set(text.match(pattern))].sort()

/** The text with something else for every reference, by what stands in its braces. */
export const fillRefs = (text: string, fill: (name: string) => string): string => text.replace(pattern, (whole) => fill(whole.slice(1, -1)))

/** The text with a plain word for every reference. */
export const withoutRefs = (text: string): string => fillRefs(text, () => 'name')

/** Something that a text names as `{phone:…}` or `{figure:…}`, and where. */
export type TextRef = { kind: 'phone' | 'figure'; id: string; whole: string; file: string; line: () => number }

export const textRefs = (files: PackFiles): TextRef[] => [
  ...files.allYaml.flatMap((source) =>
    found([source], '', () => source.strings().flatMap(({ text, lineAt }) => refsIn(text, source.file, lineAt))),
  ),
  ...files.allMarkdown.flatMap((source) =>
    found([source], '', () => {
      const { head, file, body, lineAt } = source
      return [...head.strings().flatMap((one) => refsIn(one.text, file, one.lineAt)), ...refsIn(body, file, lineAt)]
    }),
  ),
]
const found = madeOnce<TextRef[]>()

const refsIn = (text: string, file: string, lineAt: (index: number) => number): TextRef[] =>
  (text.includes('{') ? [...text.matchAll(pattern)] : []).map((match) => ({
    kind: match[1] as 'phone' | 'figure',
    id: match[2] ?? '',
    whole: match[0],
    file,
    line: () => lineAt(match.index),
  }))
