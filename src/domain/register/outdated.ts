import type { Course } from '../training/course.ts'
import { delta } from '../training/delta.ts'

/** A version of a tier whose holders are told that they need the update; `taught`: the newest version that teaches them something, and so which news it is. */
export type Outdated = { tier: string; version: string; taught: string }

/**
 * Versions whose holders have something to learn, once it has been out for the length of the rule update-first. Null: that rule does not hold, and
 * nobody is told. A change of wording alone is no news: it neither makes a version outdated, nor has anybody told a second time.
 */
export const outdatedVersions = (
  { tiers, releases, taught: today }: Pick<Course, 'tiers' | 'releases' | 'taught'>,
  after: Temporal.Duration | null,
  day: Temporal.PlainDate,
): Outdated[] => {
  if (!after) return []
  const versions = [...new Set(releases.map(({ taught }) => taught))].filter((version) => version !== today)
  return tiers.flatMap((tier) =>
    versions.flatMap((version) => {
      const { known, learn } = delta(releases, tier, version, today)
      if (!known || !learn.length) return []
      const since = releases.slice(
        0,
        releases.findIndex(({ taught }) => taught === version),
      )
      const news = since.find((release) => release.learn.some(({ part }) => tier.parts.includes(part)))
      const out = news && Temporal.PlainDate.compare(Temporal.PlainDate.from(news.date).add(after), day) <= 0
      return out ? [{ tier: tier.id, version, taught: news.taught }] : []
    }),
  )
}
