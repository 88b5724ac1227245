import type { CobrandedLogo } from '../../shared/course/cobranded.ts'
import type { DeckSlide, LayoutName, Note, Spot, Table } from './deck.ts'
import type { Box, Place, Role } from './layouts.ts'

/** `mark`: what stands before it; a place has its own unless the paragraph says otherwise. `lead`: a heavier first sentence. */
export type Paragraph = { lead?: string; text: string; bold: boolean; mark: 'place' | 'none' }

/** Text of a place, at the size and with the points between paragraphs at which it fits. */
export type Filled = { place: Place; size: number; above: number; paragraphs: readonly Paragraph[] }

export type Corner = Spot & { moveTo?: true; curve?: { x1: number; y1: number; x2: number; y2: number } }

/** A box of its own: a board, a name beside it, a ring, a road. */
export type Free = Box & {
  as: 'words'
  name: string
  shape: 'rect' | 'homePlate' | 'ellipse' | 'roundRect' | 'wedgeRoundRectCallout' | 'custGeom'
  fill: Role | null
  line: { colour: Role; width: number } | null
  colour: Role
  size: number
  bold: boolean
  align: 'left' | 'center' | 'right'
  anchor: 'top' | 'middle'
  /** Inches left and right of the text. */
  inset: number
  /** Numbers to call are set with a plain zero; a slashed one reads as 8. */
  digits: boolean
  /** Heavier words before the text; `above`: on a line of their own. */
  lead: { text: string; above: boolean } | null
  text: string
  /** Where the tail of a bubble ends, on the slide. */
  tail?: Spot
  /** Of a shape of its own: its corners within the box. */
  corners?: readonly Corner[]
}

/** `alt` is empty where the words beside it say what it shows. */
export type Pictured = Box & { as: 'picture'; drawing: string; alt: string }
export type Tabled = Box & { as: 'table'; table: Table; size: number; rows: readonly number[] }
export type Charted = Box & { as: 'chart'; chart: Extract<DeckSlide, { show: 'chart' }> }
export type Thing = Free | Pictured | Tabled | Charted | (Box & { as: 'logo'; logo: CobrandedLogo })

/** A slide as it is drawn: what stands where, and how large. */
export type Drawn = {
  id: string
  layout: LayoutName
  filled: readonly Filled[]
  /** Behind the places, then before them, each in the order in which it is read. */
  behind: readonly Thing[]
  things: readonly Thing[]
  notes: readonly Note[]
  hidden: boolean
}

/** A slide with more words than can be read from the last row. */
export class TooMuchText extends Error {
  readonly slide: string
  /** The longest text of it. */
  readonly text: string
  constructor(slide: string, place: string, texts: readonly string[]) {
    super(`${slide}: too many words for the slide, in "${place}"`)
    this.slide = slide
    this.text = texts.reduce((a, b) => (b.length > a.length ? b : a), '')
  }
}

/** Room that other programs, and the faces that they take where ours is missing, may need more than we measure. */
export const slack = 0.95
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
    : text || 'Decoration'

/** A number to call stays on one line. */
export const unbroken = (text: string): string => text.replace(/(?<=\d) (?=\d)/g, '\u00a0')

/** The first sentence of a text and what follows it; null where there is only one. `ends`: a sign that ends it, before a space. */
export const firstOf = (text: string, ends: RegExp): { lead: string; rest: string } | null => {
  const at = text.search(ends)
  return at < 1 || !text.slice(at + 1).trim() ? null : { lead: text.slice(0, at + 1), rest: text.slice(at + 1).trim() }
}

/** Words in a box of their own, or a shape that says nothing. */
export const words = (box: Box, text: string, size: number, colour: Role, bold: boolean, over: Partial<Free> = {}): Free => ({
  ...{ x: box.x, y: box.y, w: box.w, h: box.h },
  as: 'words',
  name: named(text),
  shape: 'rect',
  fill: null,
  line: null,
  colour,
  size,
  bold,
  align: 'left',
  anchor: 'top',
  inset: 0,
  digits: false,
  lead: null,
  text: unbroken(text),
  ...over,
})

/** The point of a board takes some room at its right, so its words begin further from the left than they end from the right. */
export const insetsOf = ({ shape, inset }: Free): [left: number, right: number] => [
  inset,
  shape === 'homePlate' ? Math.min(inset, 0.25) : inset,
]

/** A shape without words. */
export const plain = (box: Box, fill: Role | null, over: Partial<Free> = {}): Free => words(box, '', 12, 'ink', false, { fill, ...over })
