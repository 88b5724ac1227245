import type { Entry } from './flow.ts'

/** One answer: an option or a text or a date (`2026-11-24`); several options; or the rows of a repeated group. */
export type Value = string | readonly string[] | readonly Answers[]

/** Answers by the id of their entry. */
export type Answers = { readonly [entry: string]: Value }

/** The value as an answer to this entry; undefined where it is none: another kind, an option that is not there, an empty text. */
export const answerTo = (entry: Entry, value: unknown): Value | undefined => {
  if (entry.kind === 'several') {
    if (!Array.isArray(value) || (!value.length && !entry.may_be_empty)) return undefined
    // In the order of the options, each once: what is posted a thousand times is one tick.
    const ticked = new Set(value)
    const known = (entry.options ?? []).filter((option) => ticked.has(option))
    return known.length === ticked.size ? known : undefined
  }
  if (entry.kind === 'group') {
    if (!Array.isArray(value) || !value.length || value.length > (entry.most ?? Number.POSITIVE_INFINITY)) return undefined
    const rows = value.map((row) => rowOf(entry.entries ?? [], row))
    return rows.every((row) => row !== undefined) ? rows : undefined
  }
  if (typeof value !== 'string' || !value.trim()) return undefined
  if (entry.kind === 'choice') return entry.options?.includes(value) ? value : undefined
  if (entry.kind === 'date') return isDate(value) ? value : undefined
  return value
}

/** A row of a group, with every entry that must be filled. */
const rowOf = (entries: readonly Entry[], row: unknown): Answers | undefined => {
  if (!row || typeof row !== 'object' || Array.isArray(row)) return undefined
  const read = entries.map((entry) => [entry, answerTo(entry, Reflect.get(row, entry.id))] as const)
  if (read.some(([entry, value]) => value === undefined && !entry.optional)) return undefined
  return Object.fromEntries(read.flatMap(([entry, value]) => (value === undefined ? [] : [[entry.id, value]])))
}

const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}
