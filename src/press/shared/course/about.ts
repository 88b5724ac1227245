import type { Pack } from '../../../content/pack.ts'
import type { CourseTier } from '../../../domain/training/course.ts'
import type { Edition } from '../output.ts'
import { speakIn } from '../paper/speak.ts'

/** What a trainer is asked about the course itself: for whom, who stands behind it, how old it is, where its numbers hold. */
export const aboutOf = ({ words, course, partnership }: Pack, tier: CourseTier): string[] => {
  const say = speakIn(words)
  const { name, area, adopted } = partnership
  return [
    say('deck.about-tier', { tier: tier.name }),
    say(adopted ? 'deck.about-adopted' : 'deck.about-demonstration', { partnership: name }),
    say('deck.about-date', { version: course.taught }),
    say('deck.about-area', { area }),
  ]
}

/** Where a trainer finds what to print: the whole address, because the deck is read far from the site. */
export const downloadsOf = ({ words }: Pack, { origin }: Pick<Edition, 'origin'>): string =>
  speakIn(words)('deck.downloads', { address: `${origin.replace(/^https?:\/\//, '')}/resources` })
