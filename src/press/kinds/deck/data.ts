import { cobrandedOf } from '../../shared/course/cobranded.ts'
import type { Kind } from '../../shared/kind.ts'
import { deckOf } from './course-deck.ts'
import type { Deck } from './deck.ts'

/** The course as slides with notes, one deck for each of its lengths. */
export const deck: Kind<Deck> = {
  name: 'deck',
  outputs: (pack, edition) =>
    pack.course.tiers.map((tier) => {
      const data = { ...deckOf(pack, tier, edition), ...cobrandedOf(pack, edition) }
      return {
        id: `deck-${tier.id}`,
        kind: 'deck',
        file: `training-${tier.id}.pptx`,
        title: data.title,
        language: data.language,
        format: 'pptx',
        date: data.checked,
        data,
      }
    }),
  maker: () => import('./draw.ts'),
}
