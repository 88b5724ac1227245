import { type Calendar, isWorkingDay } from '../time/calendar.ts'
import type { CampaignDay } from './campaign.ts'

/** When a day falls in one year: its first and last date, mostly the same. */
export type Occurrence = { year: number; from: Temporal.PlainDate; to: Temporal.PlainDate }

/** The first year in which the day is known to have been kept: an `unknown` first year is not guessed, its source's year counts. */
const since = (day: CampaignDay): number =>
  day.first_year !== 'unknown' ? day.first_year : Number((day.source_date === 'unknown' ? day.checked : day.source_date).slice(0, 4))

/** The day in one year; null where it was not kept yet, or its organiser's dates are not known. */
export const occurrenceIn = (day: CampaignDay, year: number): Occurrence | null => {
  if (year < since(day)) return null
  if (day.rule.type === 'fixed') {
    const date = new Temporal.PlainDate(year, day.rule.month, day.rule.day)
    return { year, from: date, to: date }
  }
  const row = day.weeks?.find((w) => w.year === year)
  if (!row || row.from === 'unknown' || row.to === 'unknown') return null
  return { year, from: Temporal.PlainDate.from(row.from), to: Temporal.PlainDate.from(row.to) }
}

/** Every known occurrence that touches the dates from `from` to `to`, both inclusive, in order. */
export const datesOf = (day: CampaignDay, from: Temporal.PlainDate, to: Temporal.PlainDate): Occurrence[] =>
  Array.from({ length: Math.max(0, to.year - from.year + 1) }, (_, i) => occurrenceIn(day, from.year + i)).filter(
    (o): o is Occurrence => o !== null && Temporal.PlainDate.compare(o.to, from) >= 0 && Temporal.PlainDate.compare(o.from, to) <= 0,
  )

/** The occurrence that is on today or comes next; null where none is known. */
export const nextDate = (day: CampaignDay, today: Temporal.PlainDate): Occurrence | null => {
  const first = Math.max(today.year, since(day))
  const last = Math.max(first + 1, ...(day.weeks ?? []).map((w) => w.year))
  return datesOf(day, today, new Temporal.PlainDate(last, 12, 31))[0] ?? null
}

/**
 * From when posts may go out: the date itself, or where it is no working day the working day before. The date is not
 * moved. null: the calendar does not say which day that is.
 */
export const postFrom = (calendar: Calendar, date: Temporal.PlainDate): Temporal.PlainDate | null => {
  const working = isWorkingDay(calendar, date)
  if (working === null) return null
  return working ? date : workingDaysFrom(calendar, date, -1)
}

/**
 * `count` working days after `date` (before it, where negative), `date` itself not counted; 0 is `date`. null: on the way
 * lies a day that the calendar does not know, so that no count over it can be trusted.
 */
export const workingDaysFrom = (calendar: Calendar, date: Temporal.PlainDate, count: number): Temporal.PlainDate | null => {
  const step = { days: Math.sign(count) }
  let [at, left] = [date, Math.abs(count)]
  while (left > 0) {
    at = at.add(step)
    const working = isWorkingDay(calendar, at)
    if (working === null) return null
    if (working) left -= 1
  }
  return at
}

/** The name of the file with all that a main day needs, of the year in which it comes next. */
export const kitFile = ({ id }: CampaignDay, { year }: Occurrence): `${string}.zip` => `campaign-${id}-${year}.zip`
