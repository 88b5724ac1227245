import type { Course } from '../training/course.ts'

/**
 * What somebody learned: a tier of a course, on a version of what it teaches; null where that version is none that we know. `from`: of the short update,
 * the version whose holders it is for; null: the whole of it. `named`: as it was said.
 */
export type Learnt = { tier: string; version: string | null; from: string | null; named: string }

/** How learning systems know a version of a tier: what a package says of itself, what it reports, and what a course there is given as its ID number. */
export const activityName = ({ id, taught }: Pick<Course, 'id' | 'taught'>, tier: string): string => `${id}-${tier}-${taught}`

/** The same of a short update, for whoever learned the version `from`: it says both, so that the register can tell whether it renews what somebody holds. */
export const updateName = ({ id, taught }: Pick<Course, 'id' | 'taught'>, tier: string, from: string): string =>
  `${id}-${tier}-update-${from}-${taught}`

/** The same as an address, for statements: it leads to the course. */
export const activityAddress = (origin: string, name: string): string => `${origin}/training#${name}`

/** Reads such a name, alone or at the end of an address of whichever site. Null: it names something else. */
export const learntIn = (
  text: string,
  { id, tiers, taught, releases }: Pick<Course, 'id' | 'tiers' | 'taught' | 'releases'>,
): Learnt | null => {
  const [, name, update, from, version] =
    /(?:^|[/#?=:])([a-z0-9-]{1,120}?)(-update-([0-9a-f]{12}))?-([0-9a-f]{12})$/.exec(text.trim()) ?? []
  const tier = tiers.find((one) => name === `${id}-${one.id}`)?.id
  if (!tier || !version) return null
  const known = version === taught || releases.some((release) => release.taught === version)
  return { tier, version: known ? version : null, from: from ?? null, named: `${name}${update ?? ''}-${version}` }
}

/** The version of the course that stands anywhere in a name of something in a learning system: of a package, of an update the one that it leads to. Null: none that we know. */
export const versionNamed = (
  text: string,
  { id, tiers, taught, releases }: Pick<Course, 'id' | 'tiers' | 'taught' | 'releases'>,
): string | null => {
  for (const [, name, version] of text.matchAll(/(?<![a-z0-9-])([a-z0-9-]{1,120})-([0-9a-f]{12})(?![a-z0-9])/g)) {
    const tier = name?.replace(/-update-[0-9a-f]{12}$/, '')
    if (!version || !tiers.some((one) => tier === `${id}-${one.id}`)) continue
    if (version === taught || releases.some((release) => release.taught === version)) return version
  }
  return null
}
