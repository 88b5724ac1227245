/**
 * Local clock times as instants, in whole milliseconds since 1970. A time that the spring change skips is taken as much later
 * as the gap is long, one that the autumn change repeats as the first of the two (Temporal's `compatible`, RFC 5545 s.3.3.5).
 */

const minutesInDay = 1440

/** The first moment of a local date. */
export const startOfDay = (date: Temporal.PlainDate, timezone: string): number => date.toZonedDateTime(timezone).epochMilliseconds

/** `minutes` on the clock after the midnight that begins `date`; 1440 and more lie on the next day. */
export const clockOn = (date: Temporal.PlainDate, minutes: number, timezone: string): number => {
  const days = Math.floor(minutes / minutesInDay)
  const rest = minutes - days * minutesInDay
  const plainTime = new Temporal.PlainTime(Math.floor(rest / 60), rest % 60)
  return (days ? date.add({ days }) : date).toZonedDateTime({ timeZone: timezone, plainTime }).epochMilliseconds
}

/** A local date (its first moment) or local date and time as content writes it: `2026-12-25` or `2026-12-25T12:00`. */
export const localMoment = (text: string, timezone: string): number =>
  text.includes('T')
    ? Temporal.PlainDateTime.from(text).toZonedDateTime(timezone).epochMilliseconds
    : startOfDay(Temporal.PlainDate.from(text), timezone)

export const zoned = (ms: number, timezone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone)
