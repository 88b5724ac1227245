import { isPastReview } from './fact.ts'

/** How near a review is: past its day, within the days in which someone should look, or later. */
export type DueState = 'overdue' | 'due' | 'later'

/** Days before its review in which a fact counts as due, today counted. */
export const dueDays = 30

/** `review` is an ISO date, `today` the date in the pack's time zone. */
export const dueState = (review: string, today: Temporal.PlainDate): DueState => {
  if (isPastReview(review, today)) return 'overdue'
  return today.until(Temporal.PlainDate.from(review), { largestUnit: 'day' }).days <= dueDays ? 'due' : 'later'
}
