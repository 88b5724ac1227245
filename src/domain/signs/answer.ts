import type { Indicator } from './signs.ts'

/** What can be said of chosen signs: in kinds and in care, never in a number. */
export type Answer = {
  /** Kinds of exploitation under which any of the signs is known, in the pack's order: no count, no order of strength. */
  typeIds: string[]
  /** Chosen signs that carry the editorial `urgent` flag. */
  urgent: Indicator[]
  /** A chosen sign is about under-18s. */
  aboutChild: boolean
}

export const answerOf = (chosen: readonly Indicator[], typeIds: readonly string[]): Answer => ({
  typeIds: typeIds.filter((id) => chosen.some((sign) => sign.exploitation.includes(id))),
  urgent: chosen.filter((sign) => sign.urgent),
  aboutChild: chosen.some((sign) => sign.applies_to === 'child'),
})
