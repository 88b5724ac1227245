import { offsetPeriods, type Period } from './hsds-periods.ts'
import { type HsdsContext, type HsdsSchedule, present } from './hsds-types.ts'
import { hsdsId } from './hsds-uuid.ts'
import { hoursText, notesText } from './hsds-words.ts'
import type { ScheduleRow, Service } from './service.ts'
import { rowMinutes, weekdayOf } from './week.ts'
import { weeklyHours } from './weekly-hours.ts'

/**
 * HSDS 3.0 schedules: https://docs.openreferral.org/en/3.0/hsds/field_guidance.html#schedules
 *
 * Only hours that are confirmed are given, and each with the last day for which it is (`valid_to`): the day before doubt
 * begins, the entry's review, or the row's own end. The guidance means `valid_to` so: a reader "may infer that they should seek
 * to find out", not that the service ends. Times carry their offset from UTC, so a row has one entry for each stretch between
 * two clock changes.
 */

const earliest = (dates: readonly Temporal.PlainDate[]): Temporal.PlainDate | undefined => [...dates].sort(Temporal.PlainDate.compare)[0]

/** The last day for which a row is confirmed; null where it may have ended already. */
const lastDay = (service: Service, row: ScheduleRow): Temporal.PlainDate | null => {
  const { doubt_from, schedule_now, valid_to, review } = service
  // History without a date from which it is; an end that is not known, and nothing that says until when it does not matter.
  if (!doubt_from && (schedule_now || row.valid_to === 'unknown')) return null
  const ends = [review, valid_to, row.valid_to === 'unknown' ? null : row.valid_to].flatMap((end) =>
    end ? [Temporal.PlainDate.from(end)] : [],
  )
  const beforeDoubt = doubt_from ? [Temporal.PlainDate.from(doubt_from).subtract({ days: 1 })] : []
  return earliest([...ends, ...beforeDoubt]) ?? null
}

const firstDay = (service: Service, row: ScheduleRow): Temporal.PlainDate | null =>
  row.valid_from === null ? null : Temporal.PlainDate.from(row.valid_from === 'unknown' ? service.checked : row.valid_from)

const isOvernight = (row: ScheduleRow): boolean => rowMinutes(row).closes > 1440
const isRoundTheClock = (row: ScheduleRow): boolean => row.days.length === 7 && row.opens === '00:00' && row.closes === '24:00'

/** The days that a closure touches, and for hours past midnight the evening before it. */
const closedDays = (service: Service, row: ScheduleRow): { from: Temporal.PlainDate; to: Temporal.PlainDate }[] =>
  (service.closures ?? []).map((closure) => {
    const end = Temporal.PlainDate.from(closure.to)
    const endsAtMidnight = !/T(?!00:00(?::00)?$)/.test(closure.to)
    return {
      from: Temporal.PlainDate.from(closure.from).subtract({ days: isOvernight(row) ? 1 : 0 }),
      to: endsAtMidnight ? end.subtract({ days: 1 }) : end,
    }
  })

/** `08:00Z`, `08:00+01:00`: HSDS asks for the offset. The end of a day is 23:59, as the guidance has it for 24 hours. */
const clock = (time: string, offset: number): string => {
  const minutes = Math.round(Math.abs(offset) * 60)
  const two = (value: number): string => `${value}`.padStart(2, '0')
  const zone = minutes === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return `${time === '24:00' ? '23:59' : time}${zone}`
}

/** The first day from `from` on that the row names. */
const firstNamed = (row: ScheduleRow, from: Temporal.PlainDate): Temporal.PlainDate =>
  Array.from({ length: 7 }, (_, days) => from.add({ days })).find((date) => row.days.includes(weekdayOf(date))) ?? from

const entry = (service: Service, row: ScheduleRow, index: number, { from, to, offset }: Period, { pack, t }: HsdsContext): HsdsSchedule =>
  present<HsdsSchedule>({
    id: hsdsId(pack, 'services', service.id, 'schedules', index, `${from ?? ''}`),
    valid_from: from?.toString(),
    valid_to: to.toString(),
    dtstart: from ? firstNamed(row, from).toString() : undefined,
    timezone: offset,
    freq: 'WEEKLY',
    byday: row.days.map((day) => day.slice(0, 2).toUpperCase()).join(','),
    opens_at: clock(row.opens, offset),
    closes_at: clock(row.closes, offset),
    description: hoursText(t, { ...weeklyHours({ ...service, schedule: [row] }), allDay: isRoundTheClock(row) }),
    attending_type: t(`by-${service.kind}`),
    notes: notesText(t, row),
  })

const rowEntries = (service: Service, row: ScheduleRow, index: number, context: HsdsContext): HsdsSchedule[] => {
  const to = lastDay(service, row)
  if (!to) return []
  const { at, calendar } = context
  const { timezone } = calendar
  const today = at.toZonedDateTimeISO(timezone).toPlainDate()
  const span = { from: firstDay(service, row), to, without: closedDays(service, row) }
  return offsetPeriods(span, today, timezone, isRoundTheClock(row))
    .filter((period) => !period.from || Temporal.PlainDate.compare(firstNamed(row, period.from), period.to) <= 0)
    .map((period) => entry(service, row, index, period, context))
}

/** The confirmed hours of a service from today on. None: they are not known, not confirmed, or over. */
export const hsdsSchedules = (service: Service, context: HsdsContext): HsdsSchedule[] =>
  service.schedule === 'unknown' ? [] : service.schedule.flatMap((row, index) => rowEntries(service, row, index, context))
