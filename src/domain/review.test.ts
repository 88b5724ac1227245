import { expect, it } from 'vitest'
import { dueState } from './review.ts'

it.each([
  ['2026-12-24', '2026-12-25', 'overdue'],
  ['2026-12-24', '2026-12-24', 'due'],
  ['2026-12-24', '2026-11-24', 'due'],
  ['2026-12-24', '2026-11-23', 'later'],
] as const)('a review by %s is on %s %s', (review, today, state) => {
  expect(dueState(review, Temporal.PlainDate.from(today))).toBe(state)
})
