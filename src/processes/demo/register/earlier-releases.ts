import type { Pack } from '../../../content/pack.ts'

/** Days before a demonstration was filled at which the newest version of the course came out, and the oldest. */
const [newest, oldest] = [420, 1100]

/**
 * A pack whose course came out earlier than it did, for a demonstration: three years of training must have been given on versions that were there,
 * and some of them must be old by now. `filled`: the day that all of it is counted back from.
 */
export const withEarlierReleases = (pack: Pack, filled: Temporal.PlainDate): Pack => {
  const { releases } = pack.course
  const last = releases.length - 1
  const agoOf = (at: number): number => (at === last ? oldest : newest + Math.round(((oldest - newest) * at) / last))
  const dated = releases.map((release, at) => ({ ...release, date: filled.subtract({ days: agoOf(at) }).toString() }))
  return { ...pack, course: { ...pack.course, releases: dated } }
}
