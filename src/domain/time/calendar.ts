import { z } from 'zod'
import { id, isoDate } from '../fact.ts'

export const bankHolidaySchema = z.strictObject({
  id,
  region: id,
  date: isoDate,
  day: z.enum(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']),
  holiday: id,
  /** rule: as the Act has it; moved: that year's day was shifted; one-off: proclaimed once. */
  kind: z.enum(['rule', 'moved', 'one-off']),
  usual_date: isoDate.optional(),
  /** The weekend day (or displaced day) that this day stands for. */
  substitute_for: isoDate.optional(),
  status: z.enum(['past', 'computed']),
  note: z.string().optional(),
})
export type BankHoliday = z.infer<typeof bankHolidaySchema>

/**
 * Bank holidays of one region over the years that the list covers.
 * `covers` are the first and last date for which silence means "an ordinary day".
 */
export type Calendar = {
  timezone: string
  region: string
  covers: { from: string; to: string }
  /** ISO date -> the holiday's id, for the listed days. */
  holidays: ReadonlyMap<string, string>
  /** ISO date of a weekend day that a listed day stands for -> the holiday's id. */
  substituted: ReadonlyMap<string, string>
}

/**
 * The calendar of one region, from the rows of bank-holidays.yaml (rows of other regions are left out).
 * `covers` should end with a year: a weekend day just inside it could else have its substitute just outside.
 */
export const buildCalendar = (region: string, timezone: string, covers: Calendar['covers'], days: readonly BankHoliday[]): Calendar => {
  const own = days.filter((day) => day.region === region)
  return {
    timezone,
    region,
    covers,
    holidays: new Map(own.map((day) => [day.date, day.holiday])),
    substituted: new Map(own.flatMap((day) => (day.substitute_for ? [[day.substitute_for, day.holiday] as const] : []))),
  }
}

/** Whether silence about this date means "an ordinary day". */
export const isCovered = (calendar: Calendar, date: Temporal.PlainDate): boolean => {
  const day = date.toString()
  return calendar.covers.from <= day && day <= calendar.covers.to
}

/** The id of the holiday listed on this date (the bank holiday in law), or null. Ask `isCovered` before taking null for "none". */
export const bankHolidayOn = (calendar: Calendar, date: Temporal.PlainDate): string | null => calendar.holidays.get(date.toString()) ?? null

/**
 * The id of the holiday that this date counts as for opening hours, or null: the listed day, or the weekend day it stands
 * for. A line shut on Boxing Day is shut on Saturday 26 Dec 2026, though only Monday 28 is listed (head of services.yaml).
 */
export const holidayCountedOn = (calendar: Calendar, date: Temporal.PlainDate): string | null => {
  const day = date.toString()
  return calendar.holidays.get(day) ?? calendar.substituted.get(day) ?? null
}

export const countsAsHoliday = (calendar: Calendar, date: Temporal.PlainDate): boolean => holidayCountedOn(calendar, date) !== null

/**
 * Monday to Friday and not a listed bank holiday (Banking and Financial Dealings Act 1971, s.1 and sch.1).
 * null: a Monday to Friday that the calendar does not cover and that might be a holiday; a clock must not count over it.
 */
export const isWorkingDay = (calendar: Calendar, date: Temporal.PlainDate): boolean | null => {
  if (date.dayOfWeek > 5 || bankHolidayOn(calendar, date)) return false
  return isCovered(calendar, date) ? true : null
}
