import type { Pack } from '../../../content/pack.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import type { TimedPart } from '../../../domain/training/timetable.ts'
import { disclaimerOf } from '../../../format/disclaimer.ts'
import { messagesIn } from '../../../format/messages.ts'
import {
  contactsOn,
  figuresOn,
  kindsOn,
  lanesInRows,
  type PathwayShown,
  pathwayOn,
  signsOn,
  sourceOf,
  tilesOn,
} from '../../../format/slide.ts'
import { boardOf, linkOf } from './board.ts'
import type { Given } from './course-deck.ts'
import type { Picture, Shown, Table } from './deck.ts'
import { answersOf, itemOf } from './notes.ts'

type Of<T extends Slide['type']> = Extract<Slide, { type: T }>

/** What a slide of the course shows to the room; two where the room thinks first. */
export const shownOf = (given: Given, slide: Slide): Shown[] => {
  const { pack, tier, edition } = given
  const t = messagesIn(pack.words)
  const boards = ({ services, labels }: Of<'numbers' | 'end'>) => services.map((id) => boardOf(pack, id, edition.now, labels?.[id]))
  switch (slide.type) {
    case 'title':
      return [
        {
          show: 'title',
          lead: slide.lead,
          line: t(disclaimerOf(pack.partnership)?.deckTitle ?? 'deck.title-line', {
            tier: tier.name,
            minutes: tier.minutes,
            partnership: pack.partnership.name,
          }),
          drawing: slide.drawing,
          alt: slide.alt,
        },
      ]
    case 'points':
      return [
        pictureOf(slide, (picture) => ({ show: 'half', paragraphs: slide.points, ...picture })) ?? { show: 'points', points: slide.points },
      ]
    case 'part':
      return [postOf(given, slide)]
    case 'idea':
      return [{ show: 'idea', lead: slide.lead, ...drawnOf(slide) }]
    case 'end':
      return [
        {
          show: 'end',
          points: slide.points,
          boards: boards(slide),
          link: linkOf(pack, edition),
          picture: pictureOf(slide, (picture) => picture),
        },
      ]
    case 'columns':
      return [{ show: 'columns', columns: [slide.left, slide.right] }]
    case 'signs': {
      const lines = signsOn(pack, slide).map(({ id, text }) => slide.labels?.[id] ?? text)
      return [pictureOf(slide, (picture) => ({ show: 'beside', lines, ...picture })) ?? { show: 'points', points: lines }]
    }
    case 'tiles':
      return [{ show: 'tiles', tiles: tilesOn(pack, slide), below: slide.below ?? null }]
    case 'spot':
      return [
        { show: 'spot', lead: slide.lead, task: slide.task, spots: slide.spots, ...drawnOf(slide) },
        { show: 'spotted', spots: slide.spots, act: slide.act, ...drawnOf(slide) },
      ]
    case 'diagram':
      return [{ show: 'diagram', things: slide.things, below: slide.below, ...drawnOf(slide) }]
    case 'number':
      return [{ show: 'number', number: slide.number, lines: slide.lines, source: sourceOf(pack, t, [slide.figure]), ...drawnOf(slide) }]
    case 'danger':
      return [
        {
          show: 'danger',
          board: boardOf(pack, slide.service, edition.now),
          text: slide.text,
          points: slide.points,
          below: slide.note ?? null,
        },
      ]
    case 'rules':
      return [{ show: 'rules', heads: [t('training.do'), t('training.dont')], dos: slide.do, donts: slide.dont }]
    case 'steps':
      return [{ show: 'steps', steps: slide.steps, bar: slide.bar, ...drawnOf(slide) }]
    case 'talk':
      return [{ show: 'talk', bubbles: slide.bubbles, ...drawnOf(slide) }]
    case 'kinds':
      return [{ show: 'table', above: [], table: kinds(pack, slide), below: null }]
    case 'numbers':
      return [{ show: 'boards', boards: boards(slide), link: linkOf(pack, edition) }]
    case 'contacts':
      return [{ show: 'table', above: [], table: blanks(pack, slide), below: null, bar: slide.points.join(' ') }]
    case 'scenario':
      if (slide.scene) {
        const { lead, spots, act } = slide.scene
        return [
          { show: 'spot', lead, task: slide.questions[0]?.ask ?? '', spots, ...drawnOf(slide) },
          { show: 'spotted', spots, act, ...drawnOf(slide) },
        ]
      }
      if (slide.pictures)
        return [
          {
            show: 'case',
            pictures: slide.pictures.map(({ text, ...one }) => ({ ...drawnOf(one), text })),
            foot: slide.questions[0]?.ask ?? '',
            answered: false,
          },
          {
            show: 'case',
            pictures: slide.pictures.map(({ helps, ...one }) => ({ ...drawnOf(one), text: helps })),
            foot: slide.act ?? '',
            answered: true,
          },
        ]
      return [
        { show: 'story', text: slide.text, drawing: slide.drawing, alt: slide.alt },
        { show: 'ask', facts: slide.facts, questions: slide.questions.map(({ ask }) => ask) },
      ]
    case 'question': {
      const { right, others } = answersOf(itemOf(pack, slide.item))
      const asked = given.part.slides.filter((one) => one.slide.type === 'question')
      const choice = {
        show: 'choice' as const,
        kick: t('deck.question', { number: asked.findIndex((one) => one.slide === slide) + 1, all: asked.length }),
        choices: [right, ...others]
          .toSorted((a, b) => (a.letter < b.letter ? -1 : 1))
          .map(({ letter, text, why, right: is }) => ({ letter, text, why, right: is === true })),
        picture: pictureOf(slide, (picture) => picture),
      }
      return [
        { ...choice, answered: false },
        { ...choice, answered: true },
      ]
    }
    case 'confidence':
      return [
        {
          show: 'scale',
          question: pack.course.confidence.question,
          steps: pack.course.confidence.scale,
          below: t(slide.when === 'before' ? 'deck.confidence-before' : 'deck.confidence-after'),
        },
      ]
    case 'picture':
      return [{ show: 'picture', caption: slide.caption, drawing: slide.drawing, alt: slide.alt }]
    case 'figures':
      return [figures(pack, slide)]
    case 'pathway': {
      const pathway = pathwayOn(pack, t, slide)
      const lanesWithStops = pathway.lanes.map(({ title, note, steps }) => ({
        title,
        note: note ?? '',
        stops: steps.flatMap(({ stop }) => stop ?? []),
      }))
      const { number } = boardOf(pack, pack.roles.emergency, edition.now)
      if (lanesWithStops.every(({ stops }) => stops.length))
        return [{ show: 'roads', danger: t('deck.danger-first', { number }), lanes: lanesWithStops }]
      return [{ show: 'table', above: pathway.first, table: lanes(pathway, slide.alt), below: null }]
    }
  }
}

const drawnOf = ({ drawing, alt }: Picture): Picture => ({ drawing, alt })

/** What a slide is with its picture; null where it has none. */
const pictureOf = <T>(
  { drawing, alt }: { drawing?: string | undefined; alt?: string | undefined },
  shown: (picture: Picture) => T,
): T | null => (drawing && alt ? shown({ drawing, alt }) : null)

const boardName = ({ part }: TimedPart): string => part.slides.find((one) => one.type === 'part')?.board ?? part.title

/** The post at the beginning of a part: parts that have such a slide are its boards. */
const postOf = ({ pack, parts, part }: Given, slide: Of<'part'>): Shown => {
  const t = messagesIn(pack.words)
  const posted = parts.filter(({ slides }) => slides.some((one) => one.slide.type === 'part'))
  const now = posted.indexOf(part)
  return {
    show: 'part',
    lead: slide.lead,
    kick: t('deck.part', { number: now + 1, all: posted.length, minutes: Math.max(1, Math.round(part.ends - part.begins)) }),
    boards: posted.map((one, n) => ({ text: boardName(one), state: n < now ? 'past' : n === now ? 'now' : 'next' })),
  }
}

const kinds = (pack: Pack, slide: Of<'kinds'>): Table => {
  const t = messagesIn(pack.words)
  return {
    alt: slide.title,
    named: true,
    head: [t('deck.kind'), t('deck.kind-is')],
    rows: kindsOn(pack, slide).map(({ name, summary }) => [name, summary]),
    widths: [0.31, 0.69],
  }
}

/** People to be written in: a row for each, with room for a name and a number. */
const blanks = (pack: Pack, slide: Of<'contacts'>): Table => {
  const t = messagesIn(pack.words)
  return {
    alt: slide.title,
    named: true,
    head: [t('deck.contact'), t('deck.contact-name'), t('deck.contact-number')],
    // A space keeps the size of what is written into an empty cell.
    rows: contactsOn(slide, '\u00a0'),
    widths: [0.28, 0.42, 0.3],
  }
}

const figures = (pack: Pack, slide: Of<'figures'>): Shown => {
  const t = messagesIn(pack.words)
  const { rows, sources } = figuresOn(pack, t, slide)
  const below = slide.note
  if (slide.show === 'chart')
    return {
      show: 'chart',
      alt: t('deck.chart-alt', {
        title: slide.title,
        values: rows.map(({ label, said }) => t('deck.chart-value', { label, said })).join(' '),
      }),
      name: slide.unit ?? slide.title,
      // What is not known is no column of nothing.
      bars: rows.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
      unit: slide.unit ?? '',
      below,
      source: sources,
    }
  return {
    show: 'table',
    above: [],
    table: {
      alt: slide.title,
      named: true,
      head: [t('deck.figure'), t('deck.count')],
      rows: rows.map(({ label, said }) => [label, said]),
      widths: [0.75, 0.25],
    },
    below,
  }
}

/** Lanes as columns, their steps as rows. */
const lanes = (shown: PathwayShown, alt: string): Table => ({
  alt,
  named: false,
  head: shown.lanes.map(({ title }) => title),
  rows: lanesInRows(shown).map((steps, row) => steps.map((step) => (step === null ? '–' : `${row + 1}. ${step}`))),
  widths: shown.lanes.map(() => 1 / shown.lanes.length),
})
