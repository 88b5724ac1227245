import type { CobrandedLogo } from '../../shared/course/cobranded.ts'
import type { DeckSlide, LayoutName, Note, Picture, Table } from './deck.ts'
import type { Box, Place, Role } from './layouts.ts'

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

/** A slide as it is drawn: what stands where, and how large. */
export type Drawn = {
  id: string
  layout: LayoutName
  filled: readonly Filled[]
  free: readonly Free[]
  picture: (Box & Picture) | null
  logo: (Box & CobrandedLogo) | null
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

/** Its first words, for whoever looks for it in a list of shapes. */
const named = (text: string): string =>
  text.length > 40
    ? text
        .slice(0, 41)
        .replace(/\s\S*$/u, '')
        .slice(0, 40)
    : text

/** Words in a box of their own. */
export const words = (box: Box, text: string, size: number, colour: Role, bold: boolean): Free => ({
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
