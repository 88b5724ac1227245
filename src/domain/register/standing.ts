import type { CourseTier, Release } from '../training/course.ts'
import { type Delta, delta } from '../training/delta.ts'

/** What of a course decides what an older version is worth: `taught` is today's version. */
export type Chain = { releases: readonly Release[]; taught: string }

/** What somebody who learned a version of a tier, and when, must learn. Null: what was taught is not known, and then it is the whole course. */
export const deltaFrom = ({ releases, taught }: Chain, tier: Pick<CourseTier, 'parts'>, version: string | null): Delta =>
  delta(releases, tier, version ?? '', taught)

/**
 * The versions of a tier that need nothing: today's, and each since which nothing has come that the tier is taught. For lists, which ask the
 * database `version = any(...)`; whatever is none of them needs the update.
 */
export const enoughVersions = (chain: Chain, tier: Pick<CourseTier, 'parts'>): readonly string[] => [
  ...new Set(
    [chain.taught, ...chain.releases.map(({ taught }) => taught)].filter((version) => {
      const { known, learn } = deltaFrom(chain, tier, version)
      return version === chain.taught || (known && !learn.length)
    }),
  ),
]

/**
 * The versions of a tier that the short update from one version to another makes good: whoever holds one of them has nothing to learn for `to` that it
 * does not teach. A holder of an older version than `from` mostly has, and is not renewed by it.
 */
export const renewedBy = (
  { releases }: Pick<Chain, 'releases'>,
  tier: Pick<CourseTier, 'parts'>,
  from: string,
  to: string,
): readonly string[] => {
  const update = delta(releases, tier, from, to)
  if (!update.known) return []
  return [...new Set(releases.map(({ taught }) => taught))].filter((version) => {
    const { known, learn } = delta(releases, tier, version, to)
    return version !== to && known && learn.every((one) => update.learn.includes(one))
  })
}

/** The last day on which what was learned on this day holds, by the rule certificate-ends; null: it does not end by itself. */
export const holdsUntil = (learnt: Temporal.PlainDate, length: Temporal.Duration | null): Temporal.PlainDate | null =>
  length && learnt.add(length)

/** Of a certificate that the short update made: when its holder took the whole course before (null: nobody knows), and with which partner (null: alone). */
export type WholeBefore = { on: Temporal.PlainDate | null; gave: string | null }

/** As it stands in the register; null: the certificate is of the whole course itself. */
export const wholeBefore = (row: { by_update: boolean | null; whole_on: string | null; whole_gave: string | null }): WholeBefore | null =>
  row.by_update ? { on: row.whole_on === null ? null : Temporal.PlainDate.from(row.whole_on), gave: row.whole_gave } : null

/** What somebody holds of a tier: a certificate, or an attendance for which none was made. */
export type Held = {
  /** Null: what was taught is not known. */
  version: string | null
  /** The last day on which it holds; null: it does not end. */
  endsOn: Temporal.PlainDate | null
  withdrawn?: boolean
  /** One was made in its place. */
  replaced?: boolean
}

/**
 * What it is worth. In this order where several are so: who was told that it does not count is told nothing else, and who has a newer one needs
 * no advice on the older. One that ended says so also where the update is due: the course is then given anew, and the update would not do.
 */
export type Worth =
  | { worth: 'current'; until: Temporal.PlainDate | null }
  | { worth: 'needs-update'; until: Temporal.PlainDate | null; delta: Delta }
  | { worth: 'ended'; on: Temporal.PlainDate }
  | { worth: 'withdrawn' | 'replaced' }

/** What is held of a tier is worth this today. A change of wording alone asks nothing of anybody: only where there is something to learn. */
export const worthOf = (chain: Chain, tier: Pick<CourseTier, 'parts'>, held: Held, today: Temporal.PlainDate): Worth => {
  const { version, endsOn: until } = held
  if (held.withdrawn) return { worth: 'withdrawn' }
  if (held.replaced) return { worth: 'replaced' }
  if (until && Temporal.PlainDate.compare(until, today) < 0) return { worth: 'ended', on: until }
  if (version === chain.taught) return { worth: 'current', until }
  const missing = deltaFrom(chain, tier, version)
  return missing.known && !missing.learn.length ? { worth: 'current', until } : { worth: 'needs-update', until, delta: missing }
}
