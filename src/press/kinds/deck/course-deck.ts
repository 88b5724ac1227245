import type { Pack } from '../../../content/pack.ts'
import { paletteOf } from '../../../domain/brand/palette.ts'
import { type CourseTier, partsOf } from '../../../domain/training/course.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import { type TimedPart, type TimedSlide, timetable } from '../../../domain/training/timetable.ts'
import { messagesIn } from '../../../format/messages.ts'
import { partialDate } from '../../../format/when.ts'
import { authorOf } from '../../shared/author.ts'
import type { Edition } from '../../shared/output.ts'
import { codeName, codeOf } from './board.ts'
import type { Deck, DeckSlide } from './deck.ts'
import { answersOf, itemOf, notesOf } from './notes.ts'
import { shownOf } from './shown.ts'

/** The deck of one length of the course. Pure: the same pack for the same edition gives the same deck. */
export const deckOf = (pack: Pack, tier: CourseTier, edition: Edition): Deck => {
  const t = messagesIn(pack.words)
  const { course, partnership } = pack
  const release = course.releases[0]
  const parts = partsOf(course, tier)
  const slides = slidesOfAll(pack, tier, edition)
  const palette = paletteOf(pack.brand)
  const checked = parts.map((part) => part.checked).sort()[0] ?? course.checked
  return {
    tier: tier.id,
    title: `${course.title}. ${tier.name}`,
    subject: tier.for,
    author: authorOf(pack),
    language: 'en-GB',
    version: course.taught,
    date: release?.date ?? course.checked,
    foot: t(partnership.adopted ? 'deck.foot' : 'deck.foot-demonstration', { date: partialDate(checked) }),
    words: {
      promptTitle: t('deck.prompt-title'),
      promptText: t('deck.prompt-text'),
      layouts: {
        title: t('deck.layout-title'),
        points: t('deck.layout-points'),
        columns: t('deck.layout-columns'),
        wide: t('deck.layout-wide'),
        boards: t('deck.layout-boards'),
        story: t('deck.layout-story'),
        ask: t('deck.layout-ask'),
        end: t('deck.layout-end'),
      },
    },
    checked,
    palette,
    drawings: {
      ...Object.fromEntries(
        slides.flatMap((slide) => ('drawing' in slide ? [[slide.drawing, coloured(pack, slide.drawing, palette)]] : [])),
      ),
      ...(slides.some((slide) => 'link' in slide) ? { [codeName]: codeOf(edition) } : {}),
    },
    slides,
  }
}

/** Drawings name colours by role (`var(--sun)`), as in a page. */
const coloured = (pack: Pack, name: string, palette: Record<string, string>): string =>
  (pack.drawings.get(name) ?? '').replace(/var\(--([\w-]+)\)/g, (whole, role: string) => palette[role] ?? whole)

const slidesOfAll = (pack: Pack, tier: CourseTier, edition: Edition): DeckSlide[] => {
  const parts = timetable(pack.course, tier)
  return parts.flatMap((part) => part.slides.flatMap((slide) => slidesOf({ pack, tier, edition, parts, part }, slide)))
}

export type Given = { pack: Pack; tier: CourseTier; edition: Edition; parts: readonly TimedPart[]; part: TimedPart }

/** A slide of the course as one or two of the deck: a case and what is asked about it, a question and its answer. */
const slidesOf = (given: Given, timed: TimedSlide): DeckSlide[] => {
  const { pack, part } = given
  const { slide } = timed
  const id = `training/${pack.course.id}/${part.part.id}.yaml, slide ${slide.id}`
  const [first, ...rest] = shownOf(given, slide)
  const notes = notesOf(given, timed)
  const hidden = slide.type === 'scenario' && slide.instead ? { hidden: true } : {}
  return [
    ...(first ? [{ id, title: slide.title, notes: notes.first, ...hidden, ...first }] : []),
    ...rest.map((shown) => ({
      id,
      title: secondTitle(given, slide),
      notes: notes.second,
      ...hidden,
      ...shown,
    })),
  ]
}

/** Of a case: that it is talked about. Of a question: the letter of the right answer. */
const secondTitle = ({ pack }: Given, slide: Slide): string => {
  const t = messagesIn(pack.words)
  const { title } = slide
  return slide.type === 'question'
    ? t('deck.answer-title', { letter: answersOf(itemOf(pack, slide.item)).letter, title })
    : t('deck.talk', { title })
}
