import type { TypedRow } from '../../domain/flow/entered.ts'
import type { Question } from '../../domain/flow/flow.ts'
import type { Fields } from '../forms/fields.ts'
import { flowButtons } from './buttons.ts'

/**
 * The page again with a row more, or without one, where such a button was pressed; else null. Nothing is judged then: whoever adds a row is
 * not done with the page. The value of `add-row` is the group; that of `remove-row` the group and the number of the row, `weights-1`.
 */
export const withRow = ({ entries }: Question, typed: TypedRow, fields: Fields): TypedRow | null => {
  const rowsOf = (group: string): readonly TypedRow[] | null => {
    const rows = typed[group]
    return entries.some(({ id, kind }) => id === group && kind === 'group') ? (Array.isArray(rows) ? (rows as TypedRow[]) : []) : null
  }
  const added = fields.text(flowButtons.addRow)
  if (added !== null) {
    const rows = rowsOf(added)
    const most = entries.find(({ id }) => id === added)?.most ?? Number.POSITIVE_INFINITY
    return rows && { ...typed, [added]: rows.length < most ? [...rows, {}] : rows }
  }
  const removed = /^(.+)-(\d{1,3})$/.exec(fields.text(flowButtons.removeRow) ?? '')
  const [, group = '', number = ''] = removed ?? []
  const rows = removed && rowsOf(group)
  return rows ? { ...typed, [group]: rows.filter((_, at) => at !== Number(number)) } : null
}
