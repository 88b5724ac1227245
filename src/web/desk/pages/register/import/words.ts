import { type ColumnRole, valueKey } from '../../../../../domain/register/sheet/columns.ts'
import { type DateOrder, dateOrderOf } from '../../../../../domain/register/sheet/dates.ts'
import type { Table } from '../../../../../domain/register/sheet/layout.ts'
import { mostValues } from '../../../../../domain/register/sheet/mapping.ts'

/** What stands in a column, each once, by how it is compared; null: there are too many different ones to match by hand. */
export const wordsOf = ({ rows }: Table, column: number | undefined): ReadonlyMap<string, string> | null => {
  const words = new Map<string, string>()
  if (column === undefined) return words
  for (const { cells } of rows) {
    const said = (cells[column] ?? '').trim()
    const key = valueKey(said)
    if (!words.has(key) && said) words.set(key, said)
    if (words.size > mostValues) return null
  }
  return words
}

export const orderOf = ({ rows }: Table, column: number | undefined): DateOrder | 'ask' | null =>
  column === undefined
    ? null
    : dateOrderOf(
        (function* () {
          for (const { cells } of rows) yield cells[column] ?? ''
        })(),
      )

/** The first thing that stands in a column. */
export const exampleOf = ({ rows }: Table, column: number): string => {
  for (const { cells } of rows) if (cells[column]?.trim()) return [...cells[column].trim()].slice(0, 40).join('')
  return ''
}

/** Roles that are asked for: of an event's list, not those that the event says. */
export const rolesAsked = (event: string | null): readonly ColumnRole[] => [
  ...(['name', 'first', 'last', 'email', 'number', 'organisation', 'group'] as const),
  ...(event === null ? (['date', 'course'] as const) : []),
  'result',
]
