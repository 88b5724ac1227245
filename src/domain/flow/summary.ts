import { type Time, times } from './flow.ts'
import type { ReachedAction } from './route.ts'

/** What to do of one time: at once, today, before the person leaves. Null: an action of a flow that knows no times. */
export type TimeGroup = { when: Time | null; actions: ReachedAction[] }

/** Actions by when they are due, each time once, in order. */
export const byTime = (actions: readonly ReachedAction[]): TimeGroup[] =>
  [null, ...times].flatMap((when) => {
    const due = actions.filter((action) => (action.when ?? null) === when)
    return due.length ? [{ when, actions: due }] : []
  })

/** The most lines that someone in a hurry can take in at a glance. */
export const mostLines = 5

/**
 * The few that matter most: the first of each time, then those of the lowest rank, in the order of the whole. So what must be said before
 * the person leaves is not lost behind what is to be done at once.
 */
export const summaryOf = (actions: readonly ReachedAction[], most = mostLines): ReachedAction[] => {
  const firsts = byTime(actions).flatMap((group) => group.actions.slice(0, 1))
  const others = actions.filter((action) => !firsts.includes(action)).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const chosen = new Set([...firsts, ...others].slice(0, most))
  return actions.filter((action) => chosen.has(action))
}
