import type { Happened } from './clocks.ts'
import type { ClockEvent } from './rule.ts'

/** A date as it is typed, in three parts. */
export type TypedDate = { day: string; month: string; year: string }

/** What is wrong with a typed date, and which of its parts. `other`: the event that it cannot come before. */
export type DateFault =
  | { code: 'missing' | 'not-real' | 'future' | 'too-late'; parts: readonly (keyof TypedDate)[] }
  | { code: 'too-early'; parts: readonly (keyof TypedDate)[]; year: number }
  | { code: 'lacks'; parts: readonly (keyof TypedDate)[] }
  | { code: 'year'; parts: readonly ['year'] }
  | { code: 'order'; parts: readonly (keyof TypedDate)[]; other: string }

const whole = ['day', 'month', 'year'] as const

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
    if (other !== undefined) faults.set(id, { code: 'order', parts: whole, other })
  }
  return { happened, faults: new Map(events.flatMap(({ id }) => (faults.has(id) ? [[id, faults.get(id) as DateFault]] : []))) }
}

const readDate = (typed: TypedDate, { future, earliest }: ClockEvent, today: Temporal.PlainDate): Temporal.PlainDate | DateFault => {
  const lacking = whole.filter((part) => typed[part].trim() === '')
  if (lacking.length === 3) return { code: 'missing', parts: whole }
  if (lacking.length) return { code: 'lacks', parts: lacking }
  const [day, month, year] = [wholeNumber(typed.day), monthOf(typed.month), wholeNumber(typed.year)]
  if (year !== null && typed.year.trim().length !== 4) return { code: 'year', parts: ['year'] }
  if (day === null || month === null || year === null) {
    const strange = whole.filter((part) => ({ day, month, year })[part] === null)
    return { code: 'not-real', parts: strange }
  }
  let date: Temporal.PlainDate
  try {
    date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return { code: 'not-real', parts: whole }
  }
  const { compare } = Temporal.PlainDate
  if (!future && compare(date, today) > 0) return { code: 'future', parts: whole }
  if (compare(date, today.add(furthest)) > 0) return { code: 'too-late', parts: whole }
  return date.year < earliest ? { code: 'too-early', parts: whole, year: earliest } : date
}

const wholeNumber = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month as a number or by its English name, as people type it (GOV.UK Design System, "Date input"). */
const monthOf = (text: string): number | null => {
  const name = text.trim().toLowerCase()
  if (/^[a-z]{3,9}$/.test(name)) {
    const at = months.indexOf(name.slice(0, 3))
    return at < 0 ? null : at + 1
  }
  return wholeNumber(text)
}
