import type { DeskId } from '../../../content/word-ids.ts'
import { readTypedDate, type TypedDate } from '../../../domain/time/typed-date.ts'
import { readTypedTime } from '../../../domain/time/typed-time.ts'
import type { Entered, Reader } from './entered.ts'

const none: TypedDate = { day: '', month: '', year: '' }

/** A day in three fields (components/fields.tsx, DateField). */
export const date =
  (wrong: DeskId, missing = wrong): Reader<Temporal.PlainDate> =>
  (fields, name) => {
    const parts = fields.date(name, 20) ?? none
    const read = readTypedDate(parts)
    return {
      typed: [parts.day, parts.month, parts.year],
      read: 'code' in read ? { fault: read.code === 'missing' ? missing : wrong } : { value: read },
    }
  }

/** What was typed into the three fields of a day. */
export const typedParts = (entered: Entered<unknown>, name: string): TypedDate => {
  const [day = '', month = '', year = ''] = entered.typedAll(name)
  return { day, month, year }
}

/** A time of day, as people type it. */
export const time =
  (wrong: DeskId): Reader<Temporal.PlainTime> =>
  (fields, name) => {
    const typed = fields.text(name, 20) ?? ''
    const value = readTypedTime(typed)
    return { typed, read: value ? { value } : { fault: wrong } }
  }
