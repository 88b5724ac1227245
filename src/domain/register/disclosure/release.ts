import { type FigureKey, keyOf, type Released } from './cube.ts'
import { type Month, type Period, periodsTo } from './periods.ts'

/** What was released: the tables are made from it, on the desk and for everybody. */
export type Release = { begins: Month; until: Month; at: Temporal.Instant; figures: readonly Released[] }

/** A release by its axes. A figure that it does not have is not shown. */
export const readingOf = ({ begins, until, figures }: Pick<Release, 'begins' | 'until' | 'figures'>) => {
  const byKey = new Map(figures.map(({ value, ...key }) => [keyOf(key), value]))
  const distinct = (name: 'sector' | 'tier' | 'partner'): string[] => [...new Set(figures.flatMap((figure) => figure[name] ?? []))]
  return {
    ...periodsTo(begins, until),
    sectors: distinct('sector'),
    tiers: distinct('tier'),
    partners: distinct('partner'),
    figure: (period: Period, of: Partial<Omit<FigureKey, 'from' | 'to'>> = {}): number | null =>
      byKey.get(keyOf({ ...period, sector: null, tier: null, partner: null, ...of })) ?? null,
  }
}
export type Reading = ReturnType<typeof readingOf>
