import type { PackFact } from './pack-fact.ts'

/** Where a fact does not say how long it holds. */
const half = Temporal.Duration.from({ months: 6 })

/** From one check to the next, as the pack has it: whole months, and the days that are over. */
export const intervalOf = ({ checked, review }: Pick<PackFact, 'checked' | 'review'>): Temporal.Duration => {
  if (checked === null || checked >= review) return half
  return Temporal.PlainDate.from(checked).until(Temporal.PlainDate.from(review), { largestUnit: 'month' })
}

/** The day of the next check after one on this day: as long after it as before. The last day of a month stands for one that a month lacks. */
export const nextReview = (fact: Pick<PackFact, 'checked' | 'review'>, checkedOn: string): string =>
  Temporal.PlainDate.from(checkedOn).add(intervalOf(fact)).toString()
