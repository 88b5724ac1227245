import { type Calendar, holidayCountedOn, isCovered } from '../time/calendar.ts'
import { rowsInForce } from './local-day.ts'
import type { Service } from './service.ts'
import { serviceState } from './state.ts'
import { type WeeklyHours, weeklyHours } from './weekly-hours.ts'

/** Regular hours that may be stated without reserve. */
export type StatedHours = WeeklyHours & {
  /** Until when that is so: the last local day on which nothing makes them doubtful or otherwise. */
  through: Temporal.PlainDate
}

/** The furthest that we look: nobody needs to be told now of what holds in a year. */
const furthest = { years: 1 } as const

/** The first day after `today`, if one comes, on which hours that do not hold on every bank holiday may not hold. */
const nextHoliday = (today: Temporal.PlainDate, last: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate | null => {
  for (let day = today; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    if (holidayCountedOn(calendar, day) || !isCovered(calendar, day)) return day
  return null
}

/**
 * The hours of a service that another system may be told as facts, with the last day for which they are. Null: they are not
 * known, not confirmed, past review, or today is a day on which they do not hold.
 */
export const statedHours = (service: Service, at: Temporal.Instant, calendar: Calendar): StatedHours | null => {
  const { sure, reason } = serviceState(service, at, calendar)
  const today = at.toZonedDateTimeISO(calendar.timezone).toPlainDate()
  const rows = rowsInForce(service, today)
  // An end that is not known may have come, unless something says until when it had not.
  const mayHaveEnded = !service.doubt_from && rows.some(({ valid_to }) => valid_to === 'unknown')
  if (!sure || reason === 'closure' || reason === 'ended' || mayHaveEnded) return null
  const hours = weeklyHours(service, today)
  if (!hours.runs.length) return null

  const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
  const before = (text: string): Temporal.PlainDate => date(text).subtract({ days: 1 })
  const starts = service.schedule === 'unknown' ? [] : service.schedule.map(({ valid_from }) => valid_from)
  const ends = [
    today.add(furthest),
    date(service.review),
    ...[service.valid_to, ...rows.map(({ valid_to }) => valid_to)].flatMap((end) => (end && end !== 'unknown' ? [date(end)] : [])),
    ...(service.doubt_from ? [before(service.doubt_from)] : []),
    ...starts.flatMap((start) => (start && start !== 'unknown' && start > today.toString() ? [before(start)] : [])),
    // From the evening before, whose hours may run past midnight.
    ...(service.closures ?? []).flatMap(({ from, to }) => (to > today.toString() ? [before(from).subtract({ days: 1 })] : [])),
  ]
  const last = ends.reduce((a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b))
  const holiday = rows.every(({ bank_holidays }) => bank_holidays === 'open') ? null : nextHoliday(today, last, calendar)
  const through = holiday ? holiday.subtract({ days: 1 }) : last
  return Temporal.PlainDate.compare(through, today) < 0 ? null : { ...hours, through }
}
