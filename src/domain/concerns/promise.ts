import { z } from 'zod'
import { bankHolidayOn, type Calendar, isCovered } from '../time/calendar.ts'
import { clockOn } from '../time/local.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** When the partnership reads what comes in. A bank holiday is no working day. */
export const readRuleSchema = z.strictObject({
  /** The time on a working day by which everything is read that came in at least `notice_hours` before. */
  read_by: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time with two digits each for hours and minutes, such as `"10:00"`'),
  working_days: z
    .array(z.enum(weekdays))
    .min(1)
    .refine((days) => new Set(days).size === days.length, 'each day once'),
  notice_hours: z.number().int().min(1).max(72),
})
export type ReadRule = z.infer<typeof readRuleSchema>

/** No run of days without a working one is so long: what is promised further ahead is no promise. */
const longest = 21

/**
 * By when a person will have read what is sent now; null where bank holidays are not known so far ahead, or no working day comes: then nothing
 * can be promised.
 */
export const readBy = (
  { read_by, working_days, notice_hours }: ReadRule,
  now: Temporal.Instant,
  calendar: Calendar,
): Temporal.Instant | null => {
  const [hours = 0, minutes = 0] = read_by.split(':').map(Number)
  const earliest = now.add({ hours: notice_hours }).epochMilliseconds
  const first = now.toZonedDateTimeISO(calendar.timezone).toPlainDate()
  for (let days = 0; days <= longest; days += 1) {
    const date = first.add({ days })
    if (!isCovered(calendar, date)) return null
    if (!working_days.includes(weekdays[date.dayOfWeek - 1] ?? 'sun') || bankHolidayOn(calendar, date)) continue
    const at = clockOn(date, hours * 60 + minutes, calendar.timezone)
    if (at >= earliest) return Temporal.Instant.fromEpochMilliseconds(at)
  }
  return null
}
