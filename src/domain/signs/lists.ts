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

/** The tag of what is generally known, and comes from no published source. */
export const unpublished = 'GK'

/** Signs for which no source but general knowledge is named. */
export const generalKnowledgeOnly = (signs: readonly Indicator[]): Indicator[] =>
  signs.filter((s) => s.sources.every((tag) => tag === unpublished))

/** Signs that fit a place: its own list, in its order; without a place those of every place. The others stay to be asked for. */
export const signsForPlace = (
  signs: readonly Indicator[],
  sector: { id: string; indicators: readonly string[] } | null,
): { likely: Indicator[]; others: Indicator[] } => {
  if (!sector) return { likely: signs.filter((s) => s.sectors.includes('any')), others: signs.filter((s) => !s.sectors.includes('any')) }
  const likely = sector.indicators.flatMap((id) => signs.filter((s) => s.id === id))
  return { likely, others: signs.filter((s) => !likely.includes(s)) }
}
