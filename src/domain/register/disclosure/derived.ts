import { type Axes, type FigureKey, further, noPartner } from './cube.ts'
import { type Period, periodsTo } from './periods.ts'

/*
 * What nobody prints and anybody can work out with a pencil: a row of one release minus the same row of another, a sector minus its partners,
 * and all courses minus the people, who are those that took a further one. Each is a figure like those that are hidden, and protected as one (protect.ts).
 */

/** From the start of each quarter to the end of each, itself or later: what came between two releases, whichever two. */
const between = (quarters: readonly Period[]): Period[] =>
  quarters.flatMap(({ from }, at) => quarters.slice(at).map(({ to }) => ({ from, to })))

/**
 * Every figure that two that are released give, now or once the year is over. Figures of a year are among them from its first quarter on: what
 * is shown of that quarter is never taken back, so they are protected before they can be worked out.
 */
export const derivedKeys = ({ begins, until, sectors, tiers, partners }: Axes): FigureKey[] => {
  const { months, quarters, years } = periodsTo(begins, until)
  const anyTier = [null, further, ...tiers]
  const none = { sector: null, tier: null, partner: null }
  return [
    ...months.map((period) => ({ ...none, ...period, tier: further })),
    // Two releases of the county, or of a sector: since the start, or of a year that was not over.
    ...between(quarters).flatMap((period) => [
      ...anyTier.map((tier) => ({ ...none, ...period, tier })),
      ...sectors.map((sector) => ({ ...none, ...period, sector })),
    ]),
    ...years.flatMap((period) => [
      ...sectors.flatMap((sector) => anyTier.map((tier) => ({ ...none, ...period, sector, tier }))),
      ...partners.map((partner) => ({ ...none, ...period, partner })),
      // All who work for no partner, of each sector and of the county.
      ...[null, ...sectors].map((sector) => ({ ...none, ...period, sector, partner: noPartner })),
    ]),
  ]
}
