import type { Entry, Question } from '../../domain/flow/flow.ts'
import { mostRows } from '../../domain/flow/size.ts'
import { rowsIn, type TypedRow } from '../../domain/flow/typed.ts'
import type { Fields } from '../forms/fields.ts'
import { flowButtons } from './buttons.ts'
import { rowNumbers } from './gather.ts'

/**
 * The page again with a row more, or without one, where such a button was pressed; else null. Nothing is judged then: whoever adds a row is
 * not done with the page. The value of `add-row` is the group; that of `remove-row` the group and the number of the row, `weights-1`.
 */
export const withRow = ({ entries }: Question, typed: TypedRow, fields: Fields): TypedRow | null => {
  const groupOf = (id: string): Entry | undefined => entries.find((entry) => entry.id === id && entry.kind === 'group')
  const added = groupOf(fields.text(flowButtons.addRow) ?? '')
  if (added) {
    const rows = rowsIn(typed[added.id])
    // An empty page shows one empty row, which sends nothing where all of it are boxes.
    const shown = rows.length ? rows : [{}]
    return { ...typed, [added.id]: shown.length < (added.most ?? mostRows) ? [...shown, {}] : shown }
  }
  const [, id = '', number = ''] = /^(.+)-(\d{1,3})$/.exec(fields.text(flowButtons.removeRow) ?? '') ?? []
  const group = groupOf(id)
  if (!group) return null
  const at = rowNumbers(group, fields).indexOf(Number(number))
  return { ...typed, [id]: rowsIn(typed[id]).filter((_, row) => row !== at) }
}
