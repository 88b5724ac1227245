import type { DeskId } from '../../../../content/word-ids.ts'
import type { Reader } from '../../context/entered.ts'

/** A whole number between two, both of which count. */
export const wholeNumber =
  (wrong: DeskId, [least, most]: readonly [number, number]): Reader<number> =>
  (fields, name) => {
    const typed = (fields.text(name, 20) ?? '').trim()
    const value = /^\d{1,6}$/.test(typed) ? Number(typed) : -1
    return { typed, read: value >= least && value <= most ? { value } : { fault: wrong } }
  }
