import type { Board, Deck, DeckSlide, LayoutName, Note, Picture, Table } from './deck.ts'
import {
  type Box,
  boardsAt,
  layoutOf,
  layouts,
  leading,
  type Place,
  type Role,
  rowAt,
  storyDrawing,
  titleDrawing,
  wideAt,
} from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { type LogoAt, logoAt, ownName } from './own.ts'

/** `mark`: what stands before it; a place has its own unless the paragraph says otherwise. */
export type Paragraph = { text: string; bold: boolean; mark: 'place' | 'none' | 'letter' }

/** Text of a place, at the size and with the points between paragraphs at which it fits. */
export type Filled = { place: Place; size: number; above: number; paragraphs: readonly Paragraph[] }

/** A box of its own: a board, a name beside it, words over a table. */
export type Free = Box & {
  name: string
  shape: 'rect' | 'homePlate'
  fill: Role | null
  colour: Role
  size: number
  bold: boolean
  /** Numbers to ring are set with a plain zero; a slashed one reads as 8. */
  digits: boolean
  text: string
}

export type Drawn = {
  id: string
  layout: LayoutName
  filled: readonly Filled[]
  free: readonly Free[]
  picture: (Box & Picture) | null
  logo: LogoAt | null
  table: (Box & { table: Table; size: number; rows: readonly number[] }) | null
  chart: (Box & Extract<DeckSlide, { show: 'chart' }>) | null
  notes: readonly Note[]
  hidden: boolean
}

/** A slide with more words than can be read from the last row. */
export class TooMuchText extends Error {
  readonly slide: string
  /** The longest text of it. */
  readonly text: string
  constructor(slide: string, place: string, texts: readonly string[]) {
    super(`${slide}: more words than the slide holds, in "${place}"`)
    this.slide = slide
    this.text = texts.reduce((a, b) => (b.length > a.length ? b : a), '')
  }
}

/** Room that other programs may need more than we measure. */
export const slack = 0.97
/** Inches left and right of a disc, and within a cell. */
export const indent = 0.5
export const cell = { x: 0.14, y: 0.08 } as const

/** Where everything of a deck stands, and how large. Throws TooMuchText. */
export const compose = (deck: Deck, metrics: Metrics): Drawn[] => deck.slides.map((slide) => composeSlide(slide, metrics, deck.own))

const composeSlide = (slide: DeckSlide, metrics: Metrics, own: Deck['own']): Drawn => {
  const layout = layoutOf(slide)
  const texts: Record<string, Paragraph[]> = { title: [{ text: slide.title, bold: true, mark: 'none' }], ...bodies(slide) }
  const filled = alike(layouts[layout].places.map((place) => fill(slide.id, place, texts[place.id] ?? [], metrics)))
  const wide = slide.show === 'table' ? around(slide, metrics) : { free: [], table: null }
  return {
    id: slide.id,
    layout,
    filled,
    free: [
      ...(slide.show === 'title' && own ? [ownName(own, slide.id, metrics)] : []),
      ...wide.free,
      ...(slide.show === 'boards' || slide.show === 'end' ? boards(slide, metrics) : []),
      ...(slide.show === 'chart' ? [note(slide.below, wideAt.y + wideAt.h - 0.8)] : []),
    ],
    picture: pictureOf(slide),
    logo: slide.show === 'title' && own?.logo ? logoAt(own.logo) : null,
    table: wide.table,
    chart: slide.show === 'chart' ? { ...wideAt, h: wideAt.h - 0.9, ...slide } : null,
    notes: slide.notes,
    hidden: slide.hidden === true,
  }
}

const pictureOf = (slide: DeckSlide): Drawn['picture'] => {
  switch (slide.show) {
    case 'title':
      return { ...titleDrawing, drawing: slide.drawing, alt: slide.alt }
    case 'story':
    case 'picture':
      return { ...storyDrawing, drawing: slide.drawing, alt: slide.alt }
    case 'boards':
    case 'end':
      return { ...(slide.show === 'end' ? rowAt : boardsAt).code, drawing: slide.link.drawing, alt: slide.link.alt }
    default:
      return null
  }
}

/** Columns side by side have one size, and so have their titles: the smaller. */
const alike = (filled: readonly Filled[]): Filled[] => {
  const column = ({ place }: Filled) => place.id.replace(/^(left|right)/, '')
  return filled.map((one) => ({
    ...one,
    size: Math.min(...filled.filter((other) => column(other) === column(one)).map(({ size }) => size)),
  }))
}

/** A number to ring stays on one line. */
const whole = (text: string): string => text.replace(/(?<=\d) (?=\d)/g, '\u00a0')

const line = (text: string): Paragraph => ({ text: whole(text), bold: false, mark: 'place' })
const heavy = (text: string): Paragraph => ({ text: whole(text), bold: true, mark: 'none' })

const bodies = (slide: DeckSlide): Record<string, Paragraph[]> => {
  switch (slide.show) {
    case 'title':
      return { body: [line(slide.lead), line(slide.line)] }
    case 'points':
    case 'end':
      return { body: slide.points.map(line) }
    case 'columns': {
      const [left, right] = slide.columns
      return {
        'left-title': [heavy(left.title)],
        left: left.points.map(line),
        'right-title': [heavy(right.title)],
        right: right.points.map(line),
      }
    }
    case 'story':
      return { body: [line(slide.text)] }
    case 'picture':
      return { body: [line(slide.caption)] }
    case 'ask':
      return { body: [line(slide.facts), ...slide.questions.map(heavy)] }
    case 'choice':
      return { body: [heavy(slide.question), ...slide.choices.map((text): Paragraph => ({ text, bold: false, mark: 'letter' }))] }
    case 'answer':
      return { body: [line(slide.question), heavy(slide.answer), line(slide.why)] }
    default:
      return {}
  }
}

/**
 * Largest size, in steps of one point, at which the paragraphs stand in their place; room between them is given up first. A title
 * that is almost as large on one line as on two stands on one.
 */
const fill = (slide: string, place: Place, paragraphs: Paragraph[], metrics: Metrics): Filled => {
  if (place.type === 'title')
    for (let size = place.size; size >= place.size * oneLine; size--)
      if (paragraphs.every(({ text }) => metrics.lines(text, size, true, place.w * slack) === 1))
        return { place, size, above: 0, paragraphs }
  for (let size = place.size; size >= place.least; size--)
    for (const above of [place.above, Math.min(place.above, tight)])
      if (heightOf({ ...place, above }, paragraphs, size, metrics) <= place.h) return { place, size, above, paragraphs }
  throw new TooMuchText(
    slide,
    place.id,
    paragraphs.map(({ text }) => text),
  )
}

/** The share of a title's size that it gives up to stand on one line. */
const oneLine = 0.82
/** Points between paragraphs where there is little room. */
const tight = 10

/** Inches that the paragraphs take in their place. */
const heightOf = (place: Place, paragraphs: readonly Paragraph[], size: number, metrics: Metrics): number =>
  paragraphs.reduce((sum, { text, bold, mark }, n) => {
    const marked = mark === 'letter' || (mark === 'place' && place.marks === 'discs')
    const lines = metrics.lines(text, size, bold || place.bold, (place.w - (marked ? indent : 0)) * slack)
    return sum + lines * metrics.line(size) * leading + (n ? place.above / 72 : 0)
  }, 0)

type Boards = Extract<DeckSlide, { show: 'boards' | 'end' }>

const board = (box: Box, { number, danger }: Board, size: number): Free => ({
  ...box,
  name: number,
  shape: 'homePlate',
  fill: danger ? 'sun' : 'white',
  colour: 'ink',
  size,
  bold: true,
  digits: true,
  text: number,
})

/** Its first words, for whoever looks for it in a list of shapes. */
const named = (text: string): string =>
  text.length > 40
    ? text
        .slice(0, 41)
        .replace(/\s\S*$/u, '')
        .slice(0, 40)
    : text

const words = (box: Box, text: string, size: number, colour: Role, bold: boolean): Free => ({
  ...box,
  name: named(text),
  shape: 'rect',
  fill: null,
  colour,
  size,
  bold,
  digits: false,
  text,
})

/** Boards below each other with what each is for, and the address beneath; on the last slide in a row. Throws where words are too long. */
const boards = (slide: Boards, metrics: Metrics): Free[] => {
  const fits = (free: Free): Free => {
    if (metrics.lines(free.text, free.size, free.bold, free.w * slack) > 1) throw new TooMuchText(slide.id, free.text, [free.text])
    return free
  }
  if (slide.show === 'end') {
    const { x, y, w, h, gap, number, words: at, address } = rowAt
    return [
      ...slide.boards.flatMap((one, n) => {
        const box = { x: x + n * (w + gap), y, w, h }
        return [board(box, one, number), fits(words({ ...box, y: y + h + at.below, h: at.h }, one.label, at.label, 'ink', false))]
      }),
      fits(words(address, slide.link.text, address.size, 'ink', true)),
    ]
  }
  const { x, y, w, h, gap, number, words: at, address, most, least } = boardsAt
  const scale = Math.min(1, most / slide.boards.length)
  // Places behind a name make it longer than it was written: then it is set smaller, as long as it can be read.
  const smaller = (free: Free): Free =>
    metrics.lines(free.text, free.size, free.bold, free.w * slack) > 1 && free.size > least
      ? smaller({ ...free, size: free.size - 1 })
      : fits(free)
  return [
    ...slide.boards.flatMap((one, n) => {
      const top = y + n * (h + gap) * scale
      const size = { label: Math.max(least, Math.floor(at.label * scale)), hours: Math.max(least, Math.floor(at.hours * scale)) }
      const label = metrics.line(size.label)
      const below = top - 0.02 + label * leading
      return [
        board({ x, y: top, w, h: h * scale }, one, Math.floor(number * scale)),
        smaller(words({ x: at.x, y: top - 0.02, w: at.w, h: label }, one.label, size.label, 'white', true)),
        smaller(words({ x: at.x, y: below, w: at.w, h: metrics.line(size.hours) }, one.hours, size.hours, 'white', false)),
      ]
    }),
    fits(words(address, slide.link.text, address.size, 'white', true)),
  ]
}

const note = (text: string, y: number, size = 18): Free => ({
  x: wideAt.x,
  y,
  w: wideAt.w,
  h: 0.8,
  name: named(text),
  shape: 'rect',
  fill: null,
  colour: 'muted',
  size,
  bold: false,
  digits: false,
  text,
})

/** A table of few rows takes some of the room that is left, so that it is read from the last row. */
const airy = 1.6
const stretched = (rows: readonly number[], room: number): number[] => {
  const by = Math.min(airy, Math.max(1, room / rows.reduce((sum, h) => sum + h, 0)))
  return rows.map((h) => h * by)
}

/** A table with the words above and below it. */
const around = (slide: Extract<DeckSlide, { show: 'table' }>, metrics: Metrics): Pick<Drawn, 'free' | 'table'> => {
  const { above, table, below } = slide
  const free = (text: string, y: number, size: number, bold: boolean): Free => {
    const h = metrics.lines(text, size, bold, wideAt.w * slack) * metrics.line(size)
    return { ...note(text, y, size), h, colour: bold ? 'ink' : 'muted', bold }
  }
  for (let size = 32; size >= 16; size--) {
    let y = wideAt.y
    const before = above.map((text) => {
      const box = free(text, y, Math.max(18, Math.min(28, size)), true)
      y += box.h + 0.04
      return box
    })
    if (above.length) y += 0.12
    const needed = rowHeights(table, size, metrics)
    const under = below ? free(below, 0, Math.min(20, size), false) : null
    const room = wideAt.y + wideAt.h - y - (under ? under.h + 0.2 : 0)
    const rows = stretched(needed, room)
    const end = y + rows.reduce((sum, h) => sum + h, 0)
    const after = under ? [{ ...under, y: end + 0.2 }] : []
    if (Math.max(end, ...after.map((box) => box.y + box.h)) <= wideAt.y + wideAt.h)
      return { free: [...before, ...after], table: { ...wideAt, y, h: end - y, table, size, rows } }
  }
  throw new TooMuchText(slide.id, table.alt, [...above, ...table.head, ...table.rows.flat(), below ?? ''])
}

const rowHeights = ({ head, rows, widths, named }: Table, size: number, metrics: Metrics): number[] =>
  [head, ...rows].map((cells, r) => {
    const lines = cells.map((text, c) =>
      metrics.lines(text, size, r === 0 || (named && c === 0), ((widths[c] ?? 0) * wideAt.w - 2 * cell.x) * slack),
    )
    return Math.max(...lines) * metrics.line(size) + 2 * cell.y
  })
