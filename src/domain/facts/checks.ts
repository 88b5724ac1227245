import { nextReview } from './next-review.ts'
import type { PackFact } from './pack-fact.ts'

export const answers = ['yes', 'partly', 'no'] as const
/** Does the fact hold? */
export type Holds = (typeof answers)[number]

export const ways = ['telephone', 'email', 'in-person', 'source'] as const
/** How somebody checked: they asked someone, or compared with the source. */
export type Way = (typeof ways)[number]

/** What matters of a check that a member recorded. */
export type Checked = { checkedOn: string; holds: Holds; exported: boolean }

/**
 * Has the pack taken it in? Its own day of the check is then as new. On the same day only a yes is in, or a no that was exported: a pack that was
 * made this morning knows nothing of a no of this afternoon. Where a yes of that day was exported too (`others`), the day may be that one's, and
 * the no waits for a later one.
 */
export const isInPack = (
  fact: Pick<PackFact, 'checked' | 'review'>,
  { checkedOn, holds, exported }: Checked,
  others: readonly Checked[],
): boolean => {
  if (fact.checked === null) return exported && fact.review >= nextReview(fact, checkedOn)
  if (fact.checked !== checkedOn) return fact.checked > checkedOn
  return holds === 'yes' || (exported && !others.some((other) => other.exported && other.holds === 'yes' && other.checkedOn === checkedOn))
}

/** Does one of these deny what was confirmed on a day: on that day, or later? */
export const isDenied = (day: string, checks: readonly Checked[]): boolean =>
  checks.some(({ checkedOn, holds }) => holds !== 'yes' && checkedOn >= day)

/** The check by which the pack may say that the fact holds: the newest, unless another of that day or later denies it. Newest first. */
export const confirming = <C extends Checked>(checks: readonly C[]): C | null => {
  const [newest] = checks
  return newest && newest.holds === 'yes' && !isDenied(newest.checkedOn, checks) ? newest : null
}

/** Can a check be of this day? Not of one to come, nor of one more than a year ago. */
export const isDayOfCheck = (day: string, today: Temporal.PlainDate): boolean => {
  const date = Temporal.PlainDate.from(day)
  return Temporal.PlainDate.compare(date, today) <= 0 && Temporal.PlainDate.compare(date, today.subtract({ years: 1 })) >= 0
}
