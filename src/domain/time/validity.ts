/**
 * For how long something that was made from the time may be used: from `from` on and before `until`, in ms since 1970. It has a beginning too,
 * since a clock can be set back: what was made at noon says nothing of half past ten.
 */
export type Validity = { readonly from: number; readonly until: number }

/** Of what does not rest on the time. */
export const always: Validity = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }

/** Of what was made at `now` and next changes at `until`; null: never again. What was so before `now` is not known. */
export const since = (now: Temporal.Instant, until: Temporal.Instant | null): Validity => ({
  from: now.epochMilliseconds,
  until: until?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
})

/** The minute of `now`: every change of a state falls on a whole minute (services/timeline.ts). */
export const minuteOf = (now: Temporal.Instant): Validity => {
  const from = Math.floor(now.epochMilliseconds / 60_000) * 60_000
  return { from, until: from + 60_000 }
}

/** The local day of `now`, which has 23 to 25 hours. */
export const dayOf = (now: Temporal.Instant, timezone: string): Validity => {
  const day = now.toZonedDateTimeISO(timezone).startOfDay()
  return { from: day.epochMilliseconds, until: day.add({ days: 1 }).epochMilliseconds }
}

export const isValid = ({ from, until }: Validity, now: number): boolean => from <= now && now < until
