import type { Month } from './periods.ts'
import { periodsTo } from './periods.ts'

/*
 * The figures that are released of the training register, and what each is the sum of. The tables are fixed: month by tier for the county,
 * sector by quarter, sector by tier and year, and partners by year, each with its margins. They are the fewest that a partnership needs:
 * every further table gives the ones before it away. Each release of a figure that still grows is a further table, the quarter between two:
 * only the county and how many people each sector has in all grow on; sectors by tier, and partners, have years that are over
 * (docs/decisions/0057-released-figures.md).
 */

/**
 * How many people came to be known in one month, of one sector, tier and partner. A person is in one cell for each tier, whenever they take
 * it again; `first`: it is the first that they were ever taught, so that the sum of these counts people.
 */
export type Cell = { month: Month; sector: string; tier: string; partner: string | null; first: boolean; people: number }

/** What a figure counts. `from` null: since the register began. Tier null: people, each once, whatever they were taught. */
export type FigureKey = { from: Month | null; to: Month; sector: string | null; tier: string | null; partner: string | null }

/** In place of a partner: people of organisations that are none. Nothing of them is released; a sector without its partners gives them (derived.ts). */
export const noPartner = ''
/** In place of a tier: who was taught a further one. Nobody releases that; all tiers together less the people give it. */
export const further = ''

/** A figure as it is released: null where it is not shown, for whichever reason. */
export type Released = FigureKey & { value: number | null }

export const keyOf = ({ from, to, sector, tier, partner }: FigureKey): string => JSON.stringify([from, to, sector, tier, partner])

/** Is the cell counted in the figure? */
export const counts = (key: FigureKey, cell: Cell): boolean =>
  cell.month <= key.to &&
  (key.from === null || cell.month >= key.from) &&
  (key.sector === null || cell.sector === key.sector) &&
  (key.partner === null || (cell.partner ?? noPartner) === key.partner) &&
  (key.tier === null ? cell.first : key.tier === further ? !cell.first : cell.tier === key.tier)

/** What the tables are made by. */
export type Axes = { begins: Month; until: Month; sectors: readonly string[]; tiers: readonly string[]; partners: readonly string[] }

/** What is printed, and what is worked out from it (derived.ts). */
export type Keys = { printed: readonly FigureKey[]; derived: readonly FigureKey[] }

/** Every figure of a release: once, also where two tables have it. */
export const figureKeys = ({ begins, until, sectors, tiers, partners }: Axes): FigureKey[] => {
  const { months, quarters, years, over, all } = periodsTo(begins, until)
  const anyTier = [null, ...tiers]
  const none = { sector: null, tier: null, partner: null }
  const keys = [
    ...[...months, ...years, all].flatMap((period) => anyTier.map((tier) => ({ ...none, ...period, tier }))),
    ...quarters.flatMap((period) => [null, ...sectors].map((sector) => ({ ...none, ...period, sector }))),
    ...sectors.map((sector) => ({ ...none, ...all, sector })),
    ...over.flatMap((period) => sectors.flatMap((sector) => anyTier.map((tier) => ({ ...none, ...period, sector, tier })))),
    ...over.flatMap((period) => partners.map((partner) => ({ ...none, ...period, partner }))),
  ]
  return [...new Map(keys.map((key) => [keyOf(key), key])).values()]
}
