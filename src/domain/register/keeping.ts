import { holdsUntil } from './standing.ts'

/** What of somebody says how long they are kept: all that they were taught, whoever they were joined with. */
export type KeptLearner = {
  /** The day on which they came to stand in the register. */
  made: Temporal.PlainDate
  /** The last day of what they learned and have no certificate of. */
  bare: Temporal.PlainDate | null
  /** The last day of the certificate that ends last. */
  ends: Temporal.PlainDate | null
  /** One of their certificates does not end. */
  endless: boolean
}

/** Lengths of the pack's register.yaml; null: that rule does not hold. */
export type KeepingLengths = {
  /** certificate-ends */
  certificate: Temporal.Duration | null
  /** kept-after */
  after: Temporal.Duration | null
  /** entries-kept */
  entries: Temporal.Duration | null
  /** evaluations-kept */
  evaluations: Temporal.Duration | null
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one

/**
 * The last day on which somebody's name stands in the register; null: no rule takes it away. What was learned without a certificate counts as if it
 * had one. Whoever was taught nothing, such as after an import was taken back, is kept as long as a name on a list.
 */
export const keptUntil = (
  { made, bare, ends, endless }: KeptLearner,
  { certificate, after, entries }: KeepingLengths,
): Temporal.PlainDate | null => {
  if (!bare && !ends && !endless) return entries && made.add(entries)
  const bareEnds = bare && holdsUntil(bare, certificate)
  if (endless || (bare && !bareEnds) || !after) return null
  const last = ends && bareEnds ? later(ends, bareEnds) : (ends ?? bareEnds)
  return last?.add(after) ?? null
}

/** Their name goes in the night after their last day. */
export const isOver = (until: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean =>
  until !== null && Temporal.PlainDate.compare(until, today) < 0

/**
 * Whom to look at at all, so that nobody need be asked about who was taught something yesterday: taught nothing since the first of these days, or
 * taught nothing and here since before the second. Null: nobody.
 */
export const lookBefore = (
  { after, entries }: KeepingLengths,
  today: Temporal.PlainDate,
): { taught: Temporal.PlainDate | null; made: Temporal.PlainDate | null } => ({
  taught: after && today.subtract(after),
  made: entries && today.subtract(entries),
})
