import type { Entry, Question } from '../../domain/flow/flow.ts'
import { longestDatePart, mostRows } from '../../domain/flow/size.ts'
import type { Typed, TypedRow } from '../../domain/flow/typed.ts'
import type { Fields } from '../forms/fields.ts'
import { fieldName } from './field-names.ts'

/** What was entered on the page of a question. What names a file is never read from a page (files.ts). */
export const gather = ({ entries }: Question, fields: Fields): TypedRow =>
  Object.fromEntries(entries.map((entry) => [entry.id, typedAt(entry, fields, entry.id)]))

const typedAt = (entry: Entry, fields: Fields, name: string): Typed => {
  switch (entry.kind) {
    case 'several':
      return fields.several(name)
    case 'date':
      return fields.date(name, longestDatePart) ?? undefined
    case 'group':
      return rowNumbers(entry, fields).map((row) =>
        Object.fromEntries((entry.entries ?? []).map((one) => [one.id, typedAt(one, fields, fieldName(one.id, { id: name, row }))])),
      )
    default:
      return entry.record?.as === 'file' ? undefined : (fields.text(name) ?? undefined)
  }
}

/**
 * The numbers of the rows that were sent, one more than there may be. A row whose boxes are all unticked sends nothing, so numbers may be
 * missing between them: what is gathered has no gaps, and is numbered anew where it is shown again.
 */
export const rowNumbers = (entry: Entry, fields: Fields): number[] => fields.rows(entry.id, (entry.most ?? mostRows) + 1)
