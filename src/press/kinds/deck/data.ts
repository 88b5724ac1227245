import type { Pack } from '../../../content/pack.ts'
import type { CourseTier } from '../../../domain/training/course.ts'
import { cobrandedOf } from '../../shared/course/cobranded.ts'
import { updatesOf } from '../../shared/course/updates.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { deckOf } from './course-deck.ts'
import type { Deck } from './deck.ts'

/** The course as slides with notes, one deck for each of its lengths, and one of what is new in it. */
export const deck: Kind<Deck> = {
  name: 'deck',
  outputs: (pack, edition) => [
    ...pack.course.tiers.map((tier) => outputOf(pack, tier, edition, { id: `deck-${tier.id}`, file: `training-${tier.id}.pptx` })),
    ...updatesOf(pack, edition, 'questions').map(({ pack: updated, tier }) =>
      outputOf(updated, tier, edition, { id: `deck-update-${tier.id}`, file: `training-update-${tier.id}.pptx` }),
    ),
  ],
  maker: () => import('./draw.ts'),
}

const outputOf = (pack: Pack, tier: CourseTier, edition: Edition, named: Pick<Output, 'id' | 'file'>): Output<Deck> => {
  const data = { ...deckOf(pack, tier, edition), ...cobrandedOf(pack, edition) }
  return { ...named, kind: 'deck', title: data.title, language: data.language, format: 'pptx', date: data.checked, data }
}
