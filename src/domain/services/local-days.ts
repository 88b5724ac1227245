import type { Calendar } from '../time/calendar.ts'
import { startOfDay, zoned } from '../time/local.ts'
import { type LocalDay, localDay, type RowsOnDate, rowsInForce } from './local-day.ts'
import type { Service } from './service.ts'
import { coversWholeWeek } from './week.ts'

/**
 * The local days of one service, each worked out once: a search for the next change asks for the same day, and the day before,
 * again and again. Days with the same rows in force share one array of them, so `===` tells whether the rows changed.
 */
export const localDays = (service: Service, calendar: Calendar) => {
  const { timezone } = calendar
  const seen = new Map<number, LocalDay>()
  const before = new Map<LocalDay, LocalDay>()
  const sets: RowsOnDate[] = []
  let last: LocalDay | undefined

  const rowsOn = (date: Temporal.PlainDate): RowsOnDate => {
    const rows = rowsInForce(service, date)
    const known = sets.find((set) => set.rows.length === rows.length && set.rows.every((row, index) => row === rows[index]))
    if (known) return known
    const set = { rows, always: coversWholeWeek(rows) }
    sets.push(set)
    return set
  }
  const dayOn = (date: Temporal.PlainDate, start: number): LocalDay => {
    const day = seen.get(start) ?? localDay(date, start, rowsOn(date), calendar)
    seen.set(start, day)
    return day
  }
  const dayAt = (ms: number): LocalDay => {
    if (last && last.start <= ms && ms < last.end) return last
    const date = zoned(ms, timezone).toPlainDate()
    last = dayOn(date, last?.end === ms ? ms : startOfDay(date, timezone))
    return last
  }
  const dayBefore = (day: LocalDay): LocalDay => {
    const known = before.get(day)
    if (known) return known
    const date = day.date.subtract({ days: 1 })
    const found = dayOn(date, startOfDay(date, timezone))
    before.set(day, found)
    return found
  }
  return { dayAt, dayBefore }
}
