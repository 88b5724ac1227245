import type { Pack } from '../../../content/pack.ts'
import { type CourseTier, partsOf } from '../../../domain/training/course.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import { messagesIn } from '../../../format/messages.ts'
import type { Edition } from '../output.ts'

/** What a trainer is asked about the course itself: for whom, who stands behind it, how old it is, where its numbers hold. */
export const aboutOf = ({ words, course, partnership }: Pack, tier: CourseTier): string[] => {
  const t = messagesIn(words)
  const { name, area } = partnership
  return [
    t('deck.about-tier', { tier: tier.name }),
    t(disclaimerOf(partnership)?.deckAbout ?? 'deck.about-adopted', { partnership: name }),
    t('deck.about-date', { version: course.taught }),
    t('deck.about-area', { area }),
  ]
}

/** Where a trainer finds what to print: the whole address, because the deck is read far from the site. */
export const downloadsOf = ({ words }: Pack, { origin }: Pick<Edition, 'origin'>): string =>
  messagesIn(words)('deck.downloads', { address: `${origin.replace(/^https?:\/\//, '')}/resources` })

/** The earliest day on which a part of a tier was compared with its sources. */
export const checkedOfTier = ({ course }: Pack, tier: CourseTier): string =>
  partsOf(course, tier).reduce((day, { checked }) => (checked < day ? checked : day), course.checked)
