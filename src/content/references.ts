import type { Finding } from './finding.ts'
import type { YamlSource } from './yaml-source.ts'

/** What `{phone:ID}` and `{figure:ID}` in a text stand for: one definition, printed wherever it is named. */
export type Refs = { phone: ReadonlyMap<string, string>; figure: ReadonlyMap<string, string> }

const pattern = /\{(phone|figure):([a-z0-9-]+)\}/g

export const expand = (text: string, refs: Refs): string =>
  text.includes('{') ? text.replace(pattern, (whole, kind: 'phone' | 'figure', id: string) => refs[kind].get(id) ?? whole) : text

/** The same source with every text expanded. */
export const expandSource = (source: YamlSource, refs: Refs): YamlSource => ({ ...source, data: deep(source.data, refs) })

const deep = (value: unknown, refs: Refs): unknown => {
  if (typeof value === 'string') return expand(value, refs)
  if (Array.isArray(value)) return value.map((v) => deep(v, refs))
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, deep(v, refs)]))
}

/** References in `text` to nothing. */
export const danglingRefs = (text: string, refs: Refs): string[] =>
  [...text.matchAll(pattern)].filter(([, kind, id]) => !refs[kind as 'phone' | 'figure'].has(id ?? '')).map(([whole]) => whole)

/** A finding for each text line that names a number or a figure the pack does not have. */
export const refFindings = (file: string, texts: readonly { text: string; line: number }[], refs: Refs): Finding[] =>
  texts.flatMap(({ text, line }) =>
    text.split('\n').flatMap((part, i) =>
      danglingRefs(part, refs).map((ref) => ({
        severity: 'error' as const,
        rule: 'reference',
        file,
        line: line + i,
        found: `${ref} names nothing in this pack`,
        instead: ref.startsWith('{phone')
          ? 'Use the id of a service that has a number (services.yaml).'
          : 'Use the id of a figure (figures.yaml).',
      })),
    ),
  )
