import type { Pack } from '../../../content/pack.ts'
import { itemsById } from '../../../domain/training/course.ts'
import type { Item } from '../../../domain/training/part.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import { type Span, type TimedSlide, watch } from '../../../domain/training/timetable.ts'
import { messagesIn } from '../../../format/messages.ts'
import { pathwayOn } from '../../../format/slide.ts'
import { partialDate } from '../../../format/when.ts'
import { aboutOf, downloadsOf } from '../../shared/course/about.ts'
import { boardOf, found } from './board.ts'
import type { Given } from './course-deck.ts'
import type { Note } from './deck.ts'

/** What stands under a slide for whoever gives the course; `second` under the slide that follows it: what is asked, or the answer. */
export type Notes = { first: Note[]; second: Note[] }

const heading = (text: string): Note => ({ kind: 'heading', text })
const text = (words: string): Note => ({ kind: 'text', text: plain(words) })
const item = (words: string): Note => ({ kind: 'item', text: plain(words) })

export const notesOf = (given: Given, timed: TimedSlide): Notes => {
  const { pack, tier, edition } = given
  const { slide } = timed
  const t = messagesIn(pack.words)
  const { notes } = slide
  const under = (title: string, ...lines: Note[]): Note[] => (lines.length ? [heading(title), ...lines] : [])
  const time = ({ begins, ends }: Span): Note => heading(t('deck.time', { begins: watch(begins), ends: watch(ends) }))
  const own = !(slide.type === 'scenario' && slide.instead)
  const [one, two] = (own ? timed : (caseBefore(given, slide) ?? timed)).spans
  const first = one ? [time(one), ...checkpoint(given, timed)] : []
  const second = two ? [time(two)] : []
  const spoken = under(t('deck.say'), text(notes.say))
  const direction = under(t('deck.do'), ...(notes.do ? [text(notes.do)] : []))
  const around = [
    ...under(t('deck.care'), ...(notes.care ?? []).map(item)),
    ...under(t('deck.prepare'), ...(notes.prepare ?? []).map(item), ...(notes.prepare ? [item(downloadsOf(pack, edition))] : [])),
    ...under(t('deck.about'), ...(slide.type === 'title' ? aboutOf(pack, tier) : []).map(item)),
  ]
  const asking = (ask: string, expect: readonly string[]): Note[] => [
    ...under(t('deck.ask'), text(ask)),
    ...under(t('deck.expect'), ...expect.map(item)),
  ]
  if (slide.type === 'scenario')
    return {
      first: [
        ...first,
        ...swap(given, timed),
        ...spoken,
        ...under(t('deck.do'), text(t('deck.read-case'))),
        // The slide has the story in pictures: its words are read from here.
        ...(slide.pictures || slide.scene ? under(t('deck.read'), text(slide.text)) : []),
        ...around,
      ],
      second: [...second, ...direction, ...slide.questions.flatMap(({ ask, expect }) => asking(ask, expect))],
    }
  if (slide.type === 'spot')
    return {
      first: [...first, ...spoken, ...under(t('deck.ask'), text(slide.task)), ...direction, ...around],
      second: [...second, ...under(t('deck.say'), ...slide.spots.map(({ text: sign }, n) => item(`${n + 1}. ${sign}`)), text(slide.act))],
    }
  if (slide.type === 'question')
    return {
      first: [...first, ...spoken, ...(notes.do ? direction : under(t('deck.do'), text(t('deck.hands')))), ...around],
      second: [...second, ...reasons(pack, itemOf(pack, slide.item))],
    }
  const numbers =
    slide.type === 'pathway'
      ? [...new Set(pathwayOn(pack, t, slide).lanes.flatMap(({ steps }) => steps.flatMap(({ services }) => services)))]
      : []
  const toRing = numbers
    .map((id) => boardOf(pack, id, edition.now))
    .map(({ label, number }) => item(t('deck.name-number', { name: label, number })))
  const ids = slide.type === 'figures' ? slide.rows.map(({ figure }) => figure) : slide.type === 'number' ? [slide.figure] : []
  const figures = ids.map((id) => found(pack.figures, id))
  const sources = [...new Set(figures.map(({ source, source_date }) => sourceLine(pack, source, source_date)))]
  return {
    first: [
      ...first,
      ...spoken,
      ...(notes.ask ? asking(notes.ask, notes.expect ?? []) : []),
      ...direction,
      ...under(t('deck.numbers'), ...toRing),
      ...under(t('deck.sources'), ...sources.map(item)),
      ...around,
    ],
    second: [],
  }
}

/** The case in whose place another is given: it has its times. */
const caseBefore = ({ part }: Given, slide: Slide): TimedSlide | undefined =>
  slide.type === 'scenario' ? part.slides.find((one) => one.slide.id === slide.instead) : undefined

/** Of two cases of which one is given: how the other is shown. */
const swap = ({ pack, part }: Given, { slide, numbers }: TimedSlide): Note[] => {
  if (slide.type !== 'scenario') return []
  const t = messagesIn(pack.words)
  const other = part.slides.find((one) => one.slide.type === 'scenario' && one.slide.instead === slide.id)
  const [from, to] = numbers
  return [
    ...(slide.instead ? [heading(t('deck.instead'))] : []),
    ...(other
      ? [
          heading(t('deck.swap', { title: other.slide.title })),
          text(t('deck.swap-how', { first: other.numbers[0] ?? '', second: other.numbers[1] ?? '', from: from ?? '', to: to ?? '' })),
        ]
      : []),
  ]
}

/** At the first slide of a part that says what to leave out: whether one is late. On the first of all: where one should be when. */
const checkpoint = ({ pack, tier, parts, part }: Given, { slide }: TimedSlide): Note[] => {
  const t = messagesIn(pack.words)
  if (slide !== part.part.slides[0]) return []
  if (part === parts[0])
    return [
      heading(t('deck.checkpoints')),
      ...parts
        .filter((one) => one.part.late)
        .map(({ slides: [opening], begins }) =>
          item(t('deck.checkpoint', { number: opening?.numbers[0] ?? '', time: watch(begins), title: opening?.slide.title ?? '' })),
        ),
      item(t('deck.end-by', { time: watch(parts.at(-1)?.ends ?? 0), minutes: tier.minutes })),
    ]
  return part.part.late ? [heading(t('deck.late', { time: watch(part.begins) })), text(part.part.late)] : []
}

/** The right answer with its letter first, then why the others are not: for a room that chose them. */
const reasons = (pack: Pack, asked: Item): Note[] => {
  const t = messagesIn(pack.words)
  const { right, letter, others } = answersOf(asked)
  return [
    heading(t('deck.say')),
    text(t('deck.right-said', { letter, answer: right.text, why: right.why })),
    heading(t('deck.others')),
    ...others.map((choice) => item(t('deck.other-said', { letter: choice.letter, answer: choice.text, why: choice.why }))),
  ]
}

/** Title and day of a source by its id; a figure may also name it in words. */
const sourceLine = (pack: Pack, source: string, day: string): string => {
  const title = pack.sources.find(({ id }) => id === source)?.title ?? source
  return day === 'unknown' ? title : `${title}, ${partialDate(day)}`
}

export const itemOf = (pack: Pack, id: string): Item => {
  const found = itemsById(pack.course).get(id)
  // The loader has looked up every id of a course.
  if (!found) throw new Error(`no question of the check is called ${id}`)
  return found
}

/** The answers with the letters that the room sees. */
export const answersOf = ({ choices }: Item) => {
  const lettered = choices.map((choice, n) => ({ ...choice, letter: String.fromCharCode(65 + n) }))
  const right = lettered.find((choice) => choice.right)
  if (!right) throw new Error('a question without a right answer')
  return { right, letter: right.letter, others: lettered.filter((choice) => choice !== right) }
}

/** Markdown links as their words: notes are read aloud. */
const plain = (words: string): string => words.replace(/\[([^[\]]*)\]\([^)\]]*\)/g, '$1').trim()
