import type { Indicator, Sector } from './signs.ts'

/** What can be said of chosen signs: in kinds and in care, never in a number. */
export type Answer = {
  /**
   * Kinds of exploitation under which any of the signs is known, in the pack's order: no count, no order of strength. Where the place
   * is known, only kinds that are known there, unless none of them fits.
   */
  typeIds: string[]
  /** Chosen signs that carry the editorial `urgent` flag. */
  urgent: Indicator[]
  /** A chosen sign is about under-18s. */
  aboutChild: boolean
}

export const answerOf = (chosen: readonly Indicator[], typeIds: readonly string[], place: Pick<Sector, 'exploitation'> | null): Answer => ({
  typeIds: kinds(chosen, typeIds, place),
  urgent: chosen.filter((sign) => sign.urgent),
  aboutChild: chosen.some((sign) => sign.applies_to === 'child'),
})

const kinds = (chosen: readonly Indicator[], typeIds: readonly string[], place: Pick<Sector, 'exploitation'> | null): string[] => {
  const any = typeIds.filter((id) => chosen.some((sign) => sign.exploitation.includes(id)))
  const here = any.filter((id) => place?.exploitation.includes(id))
  return here.length ? here : any
}
