import type { Indicator, SignCategory } from './signs.ts'

/** Signs grouped by what one notices, in the categories' order; empty groups are left out. */
export const byCategory = (
  signs: readonly Indicator[],
  categories: readonly SignCategory[],
): { category: SignCategory; signs: Indicator[] }[] =>
  categories
    .map((category) => ({ category, signs: signs.filter((s) => s.category === category.id) }))
    .filter((group) => group.signs.length > 0)

/** Signs about under-18s only. */
export const forChildren = (signs: readonly Indicator[]): Indicator[] => signs.filter((s) => s.applies_to === 'child')

/** Signs for which no source but general knowledge is named. */
export const generalKnowledgeOnly = (signs: readonly Indicator[]): Indicator[] =>
  signs.filter((s) => s.sources.every((tag) => tag === 'GK'))

/** Signs that fit a place: its own list first, in its order, then those that its sector tag or `any` brings. */
export const signsForPlace = (
  signs: readonly Indicator[],
  sector: { id: string; indicators: readonly string[] } | null,
): { likely: Indicator[]; others: Indicator[] } => {
  if (!sector) return { likely: signs.filter((s) => s.sectors.includes('any')), others: signs.filter((s) => !s.sectors.includes('any')) }
  const own = sector.indicators.flatMap((id) => signs.filter((s) => s.id === id))
  const tagged = signs.filter((s) => s.sectors.includes(sector.id) && !own.includes(s))
  const likely = [...own, ...tagged]
  return { likely, others: signs.filter((s) => !likely.includes(s)) }
}
