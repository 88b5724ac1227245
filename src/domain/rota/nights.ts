import { isEmpty, type Span } from './shift.ts'

/** When most nights begin and end: from the end of office hours to the beginning of the next. What a form offers, until someone says otherwise. */
export const usualNight = { from: '17:30', to: '08:00' } as const

/** The most nights that one question is about. */
export const mostNights = 14

/**
 * The shift that begins on this local day: until the next day where its end on the clock is not after its beginning. A night in which the
 * clocks change is an hour shorter or longer. A time that a change skips is taken as much later as the gap is long, one that comes twice as
 * the first of the two (Temporal's `compatible`). Null: between the two no time passes.
 */
export const shiftOn = (day: Temporal.PlainDate, from: Temporal.PlainTime, to: Temporal.PlainTime, timeZone: string): Span | null => {
  const last = Temporal.PlainTime.compare(to, from) > 0 ? day : day.add({ days: 1 })
  const starts = day.toZonedDateTime({ timeZone, plainTime: from }).toInstant()
  const ends = last.toZonedDateTime({ timeZone, plainTime: to }).toInstant()
  return isEmpty({ starts, ends }) ? null : { starts, ends }
}
