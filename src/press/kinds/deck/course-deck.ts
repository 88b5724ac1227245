import { renderSVG } from 'uqr'
import type { Pack } from '../../../content/pack.ts'
import { paletteOf } from '../../../domain/brand/palette.ts'
import { type CourseTier, partsOf } from '../../../domain/training/course.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import { type TimedPart, type TimedSlide, timetable } from '../../../domain/training/timetable.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import { messagesIn } from '../../../format/messages.ts'
import { partialDate } from '../../../format/when.ts'
import { authorOf } from '../../shared/author.ts'
import { eventSlideNumber } from '../../shared/course/event-slide.ts'
import type { Edition } from '../../shared/output.ts'
import { codeName, codeOf } from './board.ts'
import type { Deck, DeckSlide } from './deck.ts'
import { eventCodeName, eventSlide, feedbackAddressOf, feedbackCodeName, feedbackSlide } from './event-slide.ts'
import { answersOf, itemOf, notesOf } from './notes.ts'
import { shownOf } from './shown.ts'

/** The deck of one length of the course. Pure: the same pack for the same edition gives the same deck. */
export const deckOf = (pack: Pack, tier: CourseTier, edition: Edition): Deck => {
  const t = messagesIn(pack.words)
  const { course } = pack
  const said = disclaimerOf(pack.partnership)
  const release = course.releases[0]
  const parts = partsOf(course, tier)
  const slides = withEvent(pack, slidesOfAll(pack, tier, edition), edition)
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
    foot: t(said?.deckFoot ?? 'deck.foot', { date: partialDate(checked) }),
    footShort: said ? t(said.deckFootShort) : t('deck.foot', { date: partialDate(checked) }),
    words: {
      promptTitle: t('deck.prompt-title'),
      promptText: t('deck.prompt-text'),
      layouts: {
        title: t('deck.layout-title'),
        part: t('deck.layout-part'),
        idea: t('deck.layout-idea'),
        half: t('deck.layout-half'),
        beside: t('deck.layout-beside'),
        spot: t('deck.layout-spot'),
        wide: t('deck.layout-wide'),
        sky: t('deck.layout-sky'),
        dark: t('deck.layout-boards'),
        steps: t('deck.layout-steps'),
        question: t('deck.layout-question'),
        road: t('deck.layout-road'),
        end: t('deck.layout-end'),
        points: t('deck.layout-points'),
        columns: t('deck.layout-columns'),
        story: t('deck.layout-story'),
        ask: t('deck.layout-ask'),
      },
    },
    checked,
    palette,
    drawings: {
      ...Object.fromEntries(slides.flatMap((slide) => drawingsOf(slide).map((name) => [name, coloured(pack, name, palette)]))),
      ...(slides.some((slide) => slide.show === 'boards' || (slide.show === 'end' && !slide.picture))
        ? { [codeName]: codeOf(edition) }
        : {}),
      ...(edition.event
        ? { [eventCodeName]: scanned(edition.event.address), [feedbackCodeName]: scanned(feedbackAddressOf(edition.event)) }
        : {}),
    },
    slides,
  }
}

const scanned = (address: string): string => renderSVG(address, { ecc: 'M', border: 2 })

/** The code of the event stands where people have just sat down, after the title; what they thought is asked last. */
const withEvent = (pack: Pack, slides: readonly DeckSlide[], { event }: Edition): DeckSlide[] =>
  event ? [...slides.toSpliced(eventSlideNumber - 1, 0, eventSlide(pack, event)), feedbackSlide(pack, event)] : [...slides]

const drawingsOf = (slide: DeckSlide): string[] => [
  ...('drawing' in slide ? [slide.drawing] : []),
  ...('picture' in slide && slide.picture ? [slide.picture.drawing] : []),
  ...(slide.show === 'tiles'
    ? slide.tiles
    : slide.show === 'diagram'
      ? slide.things
      : slide.show === 'rules'
        ? slide.dos
        : slide.show === 'case'
          ? slide.pictures
          : []
  ).map(({ drawing }) => drawing),
]

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
    ...(first ? [{ id, title: firstTitle(given, slide), notes: notes.first, ...hidden, ...first }] : []),
    ...rest.map((shown) => ({
      id,
      title: secondTitle(given, slide),
      notes: notes.second,
      ...hidden,
      ...shown,
    })),
  ]
}

/** A question is its own title. */
const firstTitle = ({ pack }: Given, slide: Slide): string => (slide.type === 'question' ? itemOf(pack, slide.item).question : slide.title)

/** Of a case: what would help, or that it is talked about. Of a question: the letter of the right answer. Of a picture with signs: its own. */
const secondTitle = ({ pack }: Given, slide: Slide): string => {
  const t = messagesIn(pack.words)
  const { title } = slide
  if (slide.type === 'question') {
    const item = itemOf(pack, slide.item)
    return t('deck.answered', { letter: answersOf(item).letter, title: item.question })
  }
  if (slide.type === 'spot') return slide.answer
  return t(slide.type === 'scenario' && slide.pictures ? 'deck.helps' : 'deck.talk', { title })
}
