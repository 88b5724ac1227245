import type { Pack } from '../../../content/pack.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import { messagesIn } from '../../../format/messages.ts'
import { contactsOn, figuresOn, kindsOn, lanesInRows, type PathwayShown, pathwayOn, signsOn } from '../../../format/slide.ts'
import { boardOf, linkOf } from './board.ts'
import type { Given } from './course-deck.ts'
import type { Shown, Table } from './deck.ts'
import { answersOf, itemOf } from './notes.ts'

type Of<T extends Slide['type']> = Extract<Slide, { type: T }>

/** What a slide of the course shows to the room; two where the room thinks first. */
export const shownOf = ({ pack, tier, edition }: Given, slide: Slide): Shown[] => {
  const t = messagesIn(pack.words)
  const boards = ({ services, labels }: Of<'numbers' | 'end'>) => services.map((id) => boardOf(pack, id, edition.now, labels?.[id]))
  switch (slide.type) {
    case 'title':
      return [
        {
          show: 'title',
          lead: slide.lead,
          line: t(pack.partnership.adopted ? 'deck.title-line' : 'deck.title-line-demonstration', {
            tier: tier.name,
            minutes: tier.minutes,
            partnership: pack.partnership.name,
          }),
          drawing: slide.drawing,
          alt: slide.alt,
        },
      ]
    case 'points':
      return [{ show: 'points', points: slide.points }]
    case 'end':
      return [{ show: 'end', points: slide.points, boards: boards(slide), link: linkOf(pack, edition) }]
    case 'columns':
      return [{ show: 'columns', columns: [slide.left, slide.right] }]
    case 'signs':
      return [{ show: 'points', points: signsOn(pack, slide).map(({ text }) => text) }]
    case 'kinds':
      return [{ show: 'table', above: [], table: kinds(pack, slide), below: null }]
    case 'numbers':
      return [{ show: 'boards', boards: boards(slide), link: linkOf(pack, edition) }]
    case 'contacts':
      return [{ show: 'table', above: slide.points, table: blanks(pack, slide), below: null }]
    case 'scenario':
      return [
        { show: 'story', text: slide.text, drawing: slide.drawing, alt: slide.alt },
        { show: 'ask', facts: slide.facts, questions: slide.questions.map(({ ask }) => ask) },
      ]
    case 'question': {
      const item = itemOf(pack, slide.item)
      const { right } = answersOf(item)
      return [
        { show: 'choice', question: item.question, choices: item.choices.map(({ text }) => text) },
        { show: 'answer', question: item.question, answer: right.text, why: right.why },
      ]
    }
    case 'confidence':
      return [
        {
          show: 'table',
          above: [pack.course.confidence.question],
          table: scale(pack),
          below: t(slide.when === 'before' ? 'deck.confidence-before' : 'deck.confidence-after'),
        },
      ]
    case 'picture':
      return [{ show: 'picture', caption: slide.caption, drawing: slide.drawing, alt: slide.alt }]
    case 'figures':
      return [figures(pack, slide)]
    case 'pathway': {
      const pathway = pathwayOn(pack, t, slide)
      return [{ show: 'table', above: pathway.first, table: lanes(pathway, slide.alt), below: null }]
    }
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

const scale = (pack: Pack): Table => {
  const { scale: steps, question } = pack.course.confidence
  return { alt: question, named: false, head: steps.map((_, n) => String(n + 1)), rows: [steps], widths: steps.map(() => 1 / steps.length) }
}

const figures = (pack: Pack, slide: Of<'figures'>): Shown => {
  const t = messagesIn(pack.words)
  const { rows } = figuresOn(pack, t, slide)
  const below = slide.note
  if (slide.show === 'chart')
    return {
      show: 'chart',
      alt: slide.title,
      name: slide.title,
      bars: rows.map(({ label, value }) => ({ label, value: value ?? 0 })),
      below,
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
