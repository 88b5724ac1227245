import type { Pack } from '../../../content/pack.ts'
import { messagesIn } from '../../../format/messages.ts'
import type { EventFiles } from '../../shared/output.ts'
import type { DeckSlide } from './deck.ts'

export const eventCodeName = 'event-code'

/** How people in the room put themselves on the list. The word is not on it: slides are passed on, and the word is for those who are there. */
export const eventSlide = (pack: Pack, { code, word, address, site }: EventFiles): DeckSlide => {
  const t = messagesIn(pack.words)
  const notes = [
    t('event-files.note-word', { word }),
    t('event-files.note-wait'),
    t('event-files.note-break'),
    t('event-files.note-end', { address: `${site}/in/feedback?e=${code}` }),
  ]
  return {
    id: 'the event, its slide',
    title: t('event-files.slide'),
    notes: notes.map((text) => ({ kind: 'item', text })),
    show: 'half',
    paragraphs: [
      t('event-files.slide-scan', { address: `${site}/in` }),
      t('event-files.slide-code', { code }),
      t('event-files.slide-word'),
      t('event-files.slide-signal'),
    ],
    drawing: eventCodeName,
    alt: t('event-files.slide-alt', { address }),
  }
}
