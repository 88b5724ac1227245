import { type ScheduleRow, type Weekday, weekdays } from './service.ts'

const minutesInDay = 1440
const minutesInWeek = 7 * minutesInDay

/** Minutes on the clock from midnight; "24:00" is 1440. */
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** When a row opens and closes, in minutes from the midnight that begins its day; past midnight `closes` is over 1440. */
export const rowMinutes = (row: ScheduleRow): { opens: number; closes: number } => {
  const opens = minutes(row.opens)
  const closes = minutes(row.closes)
  return { opens, closes: closes > opens ? closes : closes + minutesInDay }
}

export const namesDay = (row: ScheduleRow, day: Weekday): boolean => row.days.includes(day)

export const weekdayOf = (date: Temporal.PlainDate): Weekday => weekdays[date.dayOfWeek - 1] as Weekday

/**
 * Whether rows leave no gap from Monday 00:00 to Sunday 24:00, bank holidays included: what may be called "always open".
 * One row that is silent about bank holidays, or shut on them, is enough to say no.
 */
export const coversWholeWeek = (rows: readonly ScheduleRow[]): boolean => {
  if (rows.some((row) => row.bank_holidays !== 'open')) return false
  const spans = rows.flatMap((row) => {
    const { opens, closes } = rowMinutes(row)
    return row.days.flatMap((day) => {
      const midnight = weekdays.indexOf(day) * minutesInDay
      // The second copy, a week earlier, brings what runs past Sunday midnight to Monday.
      return [midnight, midnight - minutesInWeek].map((from) => ({ from: from + opens, to: from + closes }))
    })
  })
  let covered = 0
  for (const span of spans.sort((a, b) => a.from - b.from)) if (span.from <= covered) covered = Math.max(covered, span.to)
  return covered >= minutesInWeek
}
