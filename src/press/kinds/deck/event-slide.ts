import type { Pack } from '../../../content/pack.ts'
import { takenAfter } from '../../../domain/register/asked.ts'
import { messagesIn } from '../../../format/messages.ts'
import type { EventFiles } from '../../shared/output.ts'
import type { DeckSlide } from './deck.ts'

export const eventCodeName = 'event-code'
export const feedbackCodeName = 'event-feedback-code'

/** Where people say what they think of it, as its code to scan has it. */
export const feedbackAddressOf = ({ address, code }: Pick<EventFiles, 'address' | 'code'>): string =>
  new URL(`/in/feedback?e=${code}`, address).href

/** How people in the room put themselves on the list. The word is not on it: slides are passed on, and the word is for those who are there. */
export const eventSlide = (pack: Pack, { code, word, address, site }: EventFiles): DeckSlide => {
  const t = messagesIn(pack.words)
  const notes = [t('event-files.note-word', { word }), t('event-files.note-wait'), t('event-files.note-break'), t('event-files.note-end')]
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

/** The last slide, which stays while people go: what they thought, and how they get their certificate. */
export const feedbackSlide = (pack: Pack, event: EventFiles): DeckSlide => {
  const t = messagesIn(pack.words)
  const notes = [t('event-files.end-note', { days: takenAfter.days }), t('event-files.end-note-certificate')]
  return {
    id: 'the event, its last slide',
    title: t('event-files.end'),
    notes: notes.map((text) => ({ kind: 'item', text })),
    show: 'half',
    paragraphs: [
      t('event-files.end-scan', { address: `${event.site}/in/feedback` }),
      t('event-files.slide-code', { code: event.code }),
      t('event-files.end-name'),
      t('event-files.end-certificate'),
    ],
    drawing: feedbackCodeName,
    alt: t('event-files.end-alt', { address: feedbackAddressOf(event) }),
  }
}
