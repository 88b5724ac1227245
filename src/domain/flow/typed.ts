import type { TypedDate } from '../time/typed-date.ts'
import type { Answers, Value } from './answers.ts'
import type { Entry } from './flow.ts'

/** What someone entered for one entry, before it is judged. Undefined: nothing of it was sent. */
export type Typed = string | readonly string[] | TypedDate | readonly TypedRow[] | undefined
export type TypedRow = { readonly [entry: string]: Typed }

export const isTypedDate = (typed: Typed): typed is TypedDate => !!typed && typeof typed === 'object' && 'day' in typed

export const rowsIn = (typed: Typed): readonly TypedRow[] =>
  Array.isArray(typed) ? typed.filter((row): row is TypedRow => !!row && typeof row === 'object' && !Array.isArray(row)) : []

export const isEmpty = (typed: Typed): boolean =>
  typed === undefined ||
  (typeof typed === 'string' ? !typed.trim() : isTypedDate(typed) ? !`${typed.day}${typed.month}${typed.year}`.trim() : !typed.length)

/**
 * A text as it is kept. A form sends each line break as CRLF (HTML, "Constructing the entry list"); it counts, and is kept, as one character.
 * NUL is no letter, and PostgreSQL keeps none in a text.
 */
export const textOf = (typed: string): string => typed.replace(/\r\n?/g, '\n').replaceAll('\0', '')

/** An answer as it would be typed: what a page shows where someone comes back to it. */
export const typedOf = (entry: Entry, value: Value | undefined): Typed => {
  if (entry.kind === 'date' && typeof value === 'string') {
    const [year = '', month = '', day = ''] = value.split('-')
    return { day: String(Number(day)), month: String(Number(month)), year }
  }
  if (entry.kind !== 'group') return value as Exclude<typeof value, readonly Answers[]>
  const rows = (Array.isArray(value) ? value : []) as readonly Answers[]
  return rows.map((row) => Object.fromEntries((entry.entries ?? []).map((one) => [one.id, typedOf(one, row[one.id])])))
}
