import { rowsInForce } from './local-day.ts'
import { type ScheduleRow, type Service, type Weekday, weekdays } from './service.ts'
import { coversWholeWeek, namesDay, rowMinutes } from './week.ts'

/** Days that follow one another and have the same hours. `opens` and `closes` on the clock, "24:00" for midnight at the end. */
export type WeeklyRun = { days: Weekday[]; opens: string; closes: string }

export type WeeklyHours = {
  /** In the order of the week, then of the clock; a day with a break has two. `closes` not after `opens`: the next day. */
  runs: WeeklyRun[]
  /** Open without a gap, bank holidays included: say "always", not the hours. */
  allDay: boolean
}

type Hours = { opens: number; closes: number }

const twoDigits = (value: number): string => `${value}`.padStart(2, '0')
const clock = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`

/** Past midnight the clock starts again, but a day that ends at midnight ends at "24:00". */
const closingClock = (minutes: number): string => clock(minutes > 1440 ? minutes - 1440 : minutes)

const hoursOn = (day: Weekday, rows: readonly ScheduleRow[]): Hours[] => {
  const hours = rows
    .filter((row) => namesDay(row, day))
    .map(rowMinutes)
    .sort((a, b) => a.opens - b.opens)
  const merged: Hours[] = []
  for (const next of hours) {
    const last = merged.at(-1)
    const closes = Math.max(last?.closes ?? 0, next.closes)
    // More than a day from end to end could not be told from a short one on the clock: such rows stay two.
    if (last && next.opens <= last.closes && closes - last.opens <= 1440) last.closes = closes
    else merged.push(next)
  }
  return merged
}

const same = (a: readonly Hours[], b: readonly Hours[]): boolean =>
  a.length === b.length && a.every((hours, index) => hours.opens === b[index]?.opens && hours.closes === b[index]?.closes)

/**
 * The regular hours of a service for printing, as data: bank holidays, closures and doubt are not in it. `on`: only the rows
 * in force on that local date; without it every row, which is right for a service whose rows are all of one time.
 */
export const weeklyHours = (service: Service, on?: Temporal.PlainDate): WeeklyHours => {
  const rows = on ? rowsInForce(service, on) : service.schedule === 'unknown' ? [] : service.schedule
  const blocks: { days: Weekday[]; hours: Hours[] }[] = []
  for (const day of weekdays) {
    const hours = hoursOn(day, rows)
    const last = blocks.at(-1)
    if (last && same(last.hours, hours)) last.days.push(day)
    else blocks.push({ days: [day], hours })
  }
  return {
    runs: blocks.flatMap(({ days, hours }) =>
      hours.map(({ opens, closes }) => ({ days: [...days], opens: clock(opens), closes: closingClock(closes) })),
    ),
    allDay: coversWholeWeek(rows),
  }
}
