import { dateParts, readTypedDate, type TypedDate, type TypedDateFault } from '../time/typed-date.ts'
import type { Happened } from './clocks.ts'
import type { ClockEvent } from './rule.ts'

/** What is wrong with a typed date, and which of its parts. `other`: the event that it cannot come before. */
export type DateFault =
  | TypedDateFault
  | { code: 'future' | 'too-late'; parts: readonly (keyof TypedDate)[] }
  | { code: 'too-early'; parts: readonly (keyof TypedDate)[]; year: number }
  | { code: 'order'; parts: readonly (keyof TypedDate)[]; other: string }

/** Nobody plans further ahead: a later date is a slip of the hand. */
const furthest = { years: 2 }

/**
 * Reads the dates of the chosen events. A date is real and not after `today`, but of an event that may be planned for, and no event comes before what must have come first.
 * `faults` is by event, in the order of `events`.
 */
export const readHappened = (
  events: readonly ClockEvent[],
  typed: ReadonlyMap<string, TypedDate>,
  today: Temporal.PlainDate,
): { happened: Happened; faults: ReadonlyMap<string, DateFault> } => {
  const happened = new Map<string, Temporal.PlainDate>()
  const faults = new Map<string, DateFault>()
  for (const event of events) {
    const date = readDate(typed.get(event.id) ?? { day: '', month: '', year: '' }, event, today)
    if ('code' in date) faults.set(event.id, date)
    else happened.set(event.id, date)
  }
  for (const { id, after } of events) {
    const own = happened.get(id)
    const other = after.find((earlier) => {
      const first = happened.get(earlier)
      return own && first && Temporal.PlainDate.compare(own, first) < 0
    })
    if (other !== undefined) faults.set(id, { code: 'order', parts: dateParts, other })
  }
  return { happened, faults: new Map(events.flatMap(({ id }) => (faults.has(id) ? [[id, faults.get(id) as DateFault]] : []))) }
}

const readDate = (typed: TypedDate, { future, earliest }: ClockEvent, today: Temporal.PlainDate): Temporal.PlainDate | DateFault => {
  const date = readTypedDate(typed)
  if ('code' in date) return date
  const { compare } = Temporal.PlainDate
  if (!future && compare(date, today) > 0) return { code: 'future', parts: dateParts }
  if (compare(date, today.add(furthest)) > 0) return { code: 'too-late', parts: dateParts }
  return date.year < earliest ? { code: 'too-early', parts: dateParts, year: earliest } : date
}
