/*
 * How long one of the partnership's keys receives, and how long it is kept after the next one has taken its place. What was erased can be opened
 * from an old backup for as long as the key that it came under is there, so keys are renewed and destroyed by the calendar.
 */

/** Days for which one receives. */
export const receivesDays = 30
/** Days for which it still opens: a page that somebody had open when it was renewed, or a backup of the database that is put back. */
export const opensDays = 14

/** Days for which a copy of the keys is taken back (`waymark backup-keys`). */
export const copyDays = 30

/** `made`, `destroyAfter`: as the keys' file has them. The last one is sealed to. */
export type KeyLife = { id: string; made: string; destroyAfter: string | null }

const dayOf = (instant: string, timezone: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).toPlainDate()

export const isOld = ({ made }: KeyLife, today: Temporal.PlainDate, timezone: string): boolean =>
  Temporal.PlainDate.compare(dayOf(made, timezone).add({ days: receivesDays }), today) <= 0

/** The last day of each that has been followed by another one. */
export const lastDays = (keys: readonly KeyLife[], timezone: string): { id: string; until: Temporal.PlainDate }[] =>
  keys.slice(0, -1).map(({ id, destroyAfter }, at) => ({
    id,
    until: destroyAfter ? Temporal.PlainDate.from(destroyAfter) : dayOf(keys[at + 1]?.made ?? '', timezone).add({ days: opensDays }),
  }))
