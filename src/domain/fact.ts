import { z } from 'zod'

/** Ids are kebab-case and the same in content, address, flow and log. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, like "car-wash"')

/** A calendar date as content writes it: `2026-11-24`. */
export const isoDate = z.iso.date('a date is written year-month-day, like 2026-11-24')

/** A date of which sometimes only the month or the year is known: `2026-11-24`, `2026-04`, `2018`. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is a year, a month (2026-04) or a day (2026-04-21)')

export const unknown = z.literal('unknown')

/**
 * How sure a fact is: A read in a primary or official text, B secondary text or an old official one,
 * C general knowledge, `?` not found.
 */
export const sure = z.enum(['A', 'B', 'C', '?'])
export type Sure = z.infer<typeof sure>

/** What every fact that can go stale carries. `owner` is a role, never a person's name. */
export const fact = {
  source: z.string().min(1),
  source_date: z.union([partialDate, unknown]).optional(),
  checked: isoDate,
  review: isoDate,
  owner: id,
  sure: sure.optional(),
  /** Other packs whose own rows have the same number or address, because one body serves both areas. Its `source` says so. */
  shared_with: z.array(id).min(1).optional(),
}

/** A fact is past its review date on the day after `review` (London date of the reader's now). */
export const isPastReview = (review: string, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(today, Temporal.PlainDate.from(review)) > 0
