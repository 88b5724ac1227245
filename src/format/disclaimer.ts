import type { WordId } from '../content/word-ids.ts'
import type { Partnership } from '../domain/people/partnership.ts'

/** What every page and file says of whose word it is: by the ids of its words, and what stands in them. */
export type Disclaimer = Readonly<Record<'line' | 'card' | 'deckFoot' | 'deckFootShort' | 'deckTitle' | 'deckAbout', WordId>> & {
  values: { partnership: string; area: string }
}

const ids = {
  demonstration: {
    line: 'site.demonstration',
    card: 'card.demonstration',
    deckFoot: 'deck.foot-demonstration',
    deckFootShort: 'deck.foot-short',
    deckTitle: 'deck.title-line-demonstration',
    deckAbout: 'deck.about-demonstration',
  },
  madeUp: {
    line: 'site.made-up',
    card: 'card.made-up',
    deckFoot: 'deck.foot-made-up',
    deckFootShort: 'deck.foot-short-made-up',
    deckTitle: 'deck.title-line-made-up',
    deckAbout: 'deck.about-made-up',
  },
} as const

/** Null once the partnership has taken the pack as its own. A pack that is made up never can be. */
export const disclaimerOf = ({ adopted, made_up, name, area }: Partnership): Disclaimer | null =>
  adopted ? null : { ...ids[made_up ? 'madeUp' : 'demonstration'], values: { partnership: name, area } }
