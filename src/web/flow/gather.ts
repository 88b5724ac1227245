import type { Typed, TypedRow } from '../../domain/flow/entered.ts'
import type { Entry, Question } from '../../domain/flow/flow.ts'
import type { Fields } from '../forms/fields.ts'

/** The name of a field of a page: that of its entry; in a group with the group and the number of the row. */
export const fieldName = (entry: string, group?: { id: string; row: number }): string =>
  group ? `${group.id}-${group.row}-${entry}` : entry

/** Rows of a group that are read at most, where the flow names no number. */
const mostRows = 50

/** What was entered on the page of a question. Files are kept elsewhere (files.ts): here stands what names them. */
export const gather = ({ entries }: Question, fields: Fields): TypedRow =>
  Object.fromEntries(entries.map((entry) => [entry.id, typedAt(entry, fields, entry.id)]))

const typedAt = (entry: Entry, fields: Fields, name: string): Typed => {
  switch (entry.kind) {
    case 'several':
      return fields.several(name)
    case 'date':
      return fields.date(name, longestDatePart) ?? undefined
    case 'group':
      return fields
        .rows(name, (entry.most ?? mostRows) + 1)
        .map((row) =>
          Object.fromEntries((entry.entries ?? []).map((one) => [one.id, typedAt(one, fields, fieldName(one.id, { id: name, row }))])),
        )
    default:
      return fields.text(name) ?? undefined
  }
}

/** What is typed beyond this is cut: no part of a date is longer. */
const longestDatePart = 20
