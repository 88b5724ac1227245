import { type Calendar, holidayCountedOn, isCovered } from '../time/calendar.ts'
import { clockOn, startOfDay } from '../time/local.ts'
import type { ScheduleRow, Service } from './service.ts'
import { namesDay, rowMinutes, weekdayOf } from './week.ts'

/** From `from` up to, not including, `to` (milliseconds since 1970). It belongs to the local day on which it opens. */
export type Span = { from: number; to: number; row: ScheduleRow }

/** What a service's rows say of one local day. */
export type LocalDay = {
  date: Temporal.PlainDate
  start: number
  end: number
  /** The rows in force on this date, named for this weekday or not. */
  rows: readonly ScheduleRow[]
  /** Whether those rows leave no gap in the week. */
  always: boolean
  /** What opens on this day. On a day that is not known: what might. */
  spans: readonly Span[]
  /** Why nothing can be said of this day, or null. */
  unknown: 'out-of-validity' | 'bank-holiday' | 'beyond-calendar' | null
  /** The holiday that the day counts as. */
  holiday: string | null
  /** Rows that name this weekday and are shut because of the holiday. */
  shut: readonly ScheduleRow[]
}

/**
 * `valid_from: unknown` is an undated source, in force from the day it was compared (`checked`); nothing supports an earlier
 * date. `valid_to: unknown` is no bound by itself: `doubt_from` says from when it matters.
 */
const inForce = (row: ScheduleRow, date: string, checked: string): boolean => {
  const from = row.valid_from === 'unknown' ? checked : row.valid_from
  const to = row.valid_to === 'unknown' ? null : row.valid_to
  return (from === null || from <= date) && (to === null || date <= to)
}

export const rowsInForce = (service: Service, date: Temporal.PlainDate): readonly ScheduleRow[] => {
  const day = date.toString()
  return service.schedule === 'unknown' ? [] : service.schedule.filter((row) => inForce(row, day, service.checked))
}

/**
 * A day counts as not known when a row for its weekday says nothing of bank holidays and it is one, or when the calendar does
 * not reach it and a row for its weekday is not open on all of them: there any day, weekend or not, might be one.
 */
const whyUnknown = (rows: readonly ScheduleRow[], named: readonly ScheduleRow[], holiday: string | null, covered: boolean) => {
  if (rows.length === 0) return 'out-of-validity'
  if (holiday) return named.some((row) => row.bank_holidays === 'unknown') ? 'bank-holiday' : null
  return !covered && named.some((row) => row.bank_holidays !== 'open') ? 'beyond-calendar' : null
}

/** The rows in force on a date, and what follows from them alone. */
export type RowsOnDate = Pick<LocalDay, 'rows' | 'always'>

export const localDay = (date: Temporal.PlainDate, start: number, { rows, always }: RowsOnDate, calendar: Calendar): LocalDay => {
  const { timezone } = calendar
  const weekday = weekdayOf(date)
  const named = rows.filter((row) => namesDay(row, weekday))
  const holiday = holidayCountedOn(calendar, date)
  const shut = holiday ? named.filter((row) => row.bank_holidays === 'closed') : []
  const spans = named
    .filter((row) => !shut.includes(row))
    .map((row) => {
      const { opens, closes } = rowMinutes(row)
      return { from: clockOn(date, opens, timezone), to: clockOn(date, closes, timezone), row }
    })
    // A span that lies in the hour which the spring change skips can come out empty.
    .filter((span) => span.from < span.to)
  const end = startOfDay(date.add({ days: 1 }), timezone)
  return { date, start, end, rows, always, spans, unknown: whyUnknown(rows, named, holiday, isCovered(calendar, date)), holiday, shut }
}
