import type { CourseTier, Learn, Release } from './course.ts'

/** What a holder of an older version must learn: `known` is false where that version is none of the course's, and then it is the whole course. */
export type Delta = {
  known: boolean
  /** Oldest first: what changed, for a person to read. */
  changes: { date: string; text: string }[]
  /** In the order of the tier's parts. Empty: nothing to learn. */
  learn: Learn[]
}

/** The version of the course that was taught on a day; null: there was none yet. */
export const versionOn = (releases: readonly Release[]): ((on: string) => string | null) => {
  const oldestFirst = [...releases].sort((a, b) => (a.date < b.date ? -1 : 1))
  return (on) => oldestFirst.findLast(({ date }) => date <= on)?.taught ?? null
}

/**
 * From the version that someone learned to another one, for their tier. `releases` as a course has them, newest first.
 * A later version than `to`, or the same, is up to date.
 */
export const delta = (releases: readonly Release[], tier: Pick<CourseTier, 'parts'>, from: string, to: string): Delta => {
  const oldestFirst = releases.toReversed()
  // The last of each: where a change was taken back, the same words have come twice.
  const [start, end] = [oldestFirst.findLastIndex((r) => r.taught === from), oldestFirst.findLastIndex((r) => r.taught === to)]
  if (start < 0 || end < 0) return { known: false, changes: [], learn: tier.parts.map((part) => ({ part, text: '' })) }
  const between = oldestFirst.slice(start + 1, end + 1)
  const learn = between.flatMap((r) => r.learn)
  return {
    known: true,
    changes: between.flatMap((r) => r.changes.map((text) => ({ date: r.date, text }))),
    learn: tier.parts.flatMap((part) => learn.filter((l) => l.part === part)),
  }
}
