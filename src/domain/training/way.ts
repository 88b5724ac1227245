import type { Course, CourseTier } from './course.ts'

/** Where a part stands in a tier: 1 for its first. */
export type Place = { tier: CourseTier; number: number; before: string | null; next: string | null }

/** The tiers that have a part, the shorter ones first, with what comes before and after it in each. */
export const placesOf = ({ tiers }: Pick<Course, 'tiers'>, part: string): Place[] =>
  tiers
    .filter((tier) => tier.parts.includes(part))
    .map((tier) => {
      const at = tier.parts.indexOf(part)
      return { tier, number: at + 1, before: tier.parts[at - 1] ?? null, next: tier.parts[at + 1] ?? null }
    })
