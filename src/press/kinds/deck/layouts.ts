import type { Palette } from '../../../domain/brand/palette.ts'
import type { LayoutName, Shown } from './deck.ts'

/** Inches from the upper left corner. */
export type Box = { x: number; y: number; w: number; h: number }
export type Role = keyof Palette

/** 16:9. Margins are 6.25 % of the width. */
export const page = { w: 13.333, h: 7.5 } as const
const margin = 0.833
const full = page.w - 2 * margin

/** A place that a slide fills: size in points, `marks` before each paragraph, `above` points before each but the first. */
export type Place = Box & {
  id: string
  type: 'title' | 'body'
  size: number
  /** The least that it may shrink to: what cannot be read from the last row is too much text. */
  least: number
  bold: boolean
  colour: Role
  anchor: 't' | 'ctr' | 'b'
  marks: 'discs' | 'none'
  above: number
}

/** What a layout draws behind the words. It says nothing. */
export type Decor = Box & { fill: Role; shape: 'rect' | 'ellipse' | 'homePlate' }

/** Lines of a place stand this near, of what their letters ask for: the letters of this family ask for much. */
export const leading = 0.92

export type Layout = { background: Role; decor: readonly Decor[]; places: readonly Place[]; foot: Foot }
/** `number`: where the number of the slide ends, where a drawing stands in the corner: some programs draw it over the number. */
export type Foot = { colour: Role; width: number; number?: number }

const place = (id: string, box: Box, of: Partial<Omit<Place, 'id' | keyof Box>> & Pick<Place, 'size' | 'least'>): Place => ({
  id,
  ...box,
  type: 'body',
  bold: false,
  colour: 'ink',
  anchor: 't',
  marks: 'none',
  above: 12,
  ...of,
})

const title = (over: Partial<Place> = {}): Place =>
  place(
    'title',
    { x: margin, y: 0.45, w: full, h: 1.25, ...over },
    { type: 'title', size: 44, least: 30, bold: true, anchor: 'b', ...over },
  )

const rect = (x: number, y: number, w: number, h: number, fill: Role, shape: Decor['shape'] = 'rect'): Decor => ({
  x,
  y,
  w,
  h,
  fill,
  shape,
})
const foot: Foot = { colour: 'muted', width: 9.6 }
/** The mark: a finger of a signpost in a disc. */
const mark = (x: number, y: number, d: number): Decor[] => [
  rect(x, y, d, d, 'deep', 'ellipse'),
  rect(x + d * 0.46, y + d * 0.18, d * 0.08, d * 0.64, 'paper'),
  rect(x + d * 0.28, y + d * 0.3, d * 0.5, d * 0.3, 'sun', 'homePlate'),
]

/** The ground on which a drawing stands: its own begins 100 of 120 down. */
export const standing = (w: number, x: number): Box => ({ x, y: page.h - w * 0.75, w, h: w * 0.75 })
const ground = (drawing: Box): number => drawing.h / 6

export const titleDrawing = standing(5.8, 7.2)
export const storyDrawing = standing(5.1, 8.05)

/** On the title slide of one training provider: its name beside the mark, its logo over the drawing. */
export const cobrandedAt = {
  name: { x: margin + 1.2, y: 0.475, w: 5.9, h: 1.2 },
  logo: { x: 8.1, y: 0.6, w: page.w - margin - 8.1, h: 2.1 },
} as const

/** Numbers to ring: the sign boards of the pages, at the left of a slide or in a row; the code to scan stands at the right. */
export const boardsAt = {
  x: margin,
  y: 1.85,
  w: 3.7,
  h: 0.68,
  gap: 0.08,
  number: 30,
  words: { x: 4.75, w: 5.3, label: 22, hours: 16 },
  code: { x: page.w - margin - 2.35, y: 1.85, w: 2.35, h: 2.35 },
  address: { x: margin, y: 6.36, w: full, h: 0.42, size: 18 },
  /** Boards that stand there in full size; where each council has its own line there may be more, and all are smaller. */
  most: 6,
  /** Smaller than this, in points, nobody reads it from the last row. */
  least: 13,
} as const
export const rowAt = {
  x: margin,
  y: 4.85,
  w: 3.7,
  h: 0.62,
  gap: 0.28,
  number: 28,
  words: { below: 0.06, h: 0.36, label: 18 },
  code: { x: page.w - margin - 2.5, y: 1.95, w: 2.5, h: 2.5 },
  address: { x: margin, y: 6.08, w: full, h: 0.42, size: 20 },
} as const

/** Where a table, and the words before and after it, may stand. */
export const wideAt: Box = { x: margin, y: 1.9, w: full, h: 4.75 }

const band = { y: 1.95, h: 4.65 }
const half = (full - 0.6) / 2
const right = margin + half + 0.6

export const layouts: Readonly<Record<LayoutName, Layout>> = {
  title: {
    background: 'sky',
    decor: [rect(0, page.h - ground(titleDrawing), page.w, ground(titleDrawing), 'ground'), ...mark(margin, 0.6, 0.95)],
    places: [
      title({ x: margin, y: 1.6, w: 6.6, h: 2.75, size: 60, least: 44, anchor: 'b' }),
      place('body', { x: margin, y: 4.5, w: 6.3, h: 2.05 }, { size: 26, least: 20, above: 8 }),
    ],
    foot: { colour: 'ink', width: 5.6, number: 7.1 },
  },
  points: {
    background: 'paper',
    decor: [],
    places: [title(), place('body', { x: margin, ...band, w: full }, { size: 32, least: 20, marks: 'discs', above: 22 })],
    foot,
  },
  columns: {
    background: 'paper',
    decor: [rect(margin, 1.95, half, 0.06, 'deep'), rect(right, 1.95, half, 0.06, 'deep')],
    places: [
      title(),
      place('left-title', { x: margin, y: 2.1, w: half, h: 0.75 }, { size: 29, least: 24, bold: true, anchor: 'ctr' }),
      place('left', { x: margin, y: 2.95, w: half, h: 3.65 }, { size: 26, least: 22, marks: 'discs', above: 10 }),
      place('right-title', { x: right, y: 2.1, w: half, h: 0.75 }, { size: 29, least: 24, bold: true, anchor: 'ctr' }),
      place('right', { x: right, y: 2.95, w: half, h: 3.65 }, { size: 26, least: 22, marks: 'discs', above: 10 }),
    ],
    foot,
  },
  wide: { background: 'paper', decor: [], places: [title()], foot },
  boards: { background: 'deeper', decor: [], places: [title({ colour: 'white' })], foot: { colour: 'white', width: 9.6 } },
  story: {
    background: 'paper',
    decor: [
      rect(7.85, 0, page.w - 7.85, page.h, 'sky'),
      rect(7.85, page.h - ground(storyDrawing), page.w - 7.85, ground(storyDrawing), 'ground'),
    ],
    places: [title({ w: 6.6 }), place('body', { x: margin, ...band, w: 6.6 }, { size: 24, least: 20 })],
    foot: { colour: 'muted', width: 5.6, number: margin + 6.6 },
  },
  ask: {
    background: 'paper',
    decor: [rect(margin, band.y, 0.12, band.h, 'sun')],
    places: [title(), place('body', { x: margin + 0.45, ...band, w: full - 0.45 }, { size: 32, least: 24, anchor: 'ctr', above: 20 })],
    foot,
  },
  end: {
    background: 'sky',
    decor: [rect(0, 6.6, page.w, 0.9, 'ground')],
    places: [
      title(),
      place('body', { x: margin, y: 1.95, h: 2.7, w: full - rowAt.code.w - 0.5 }, { size: 30, least: 24, marks: 'discs', above: 14 }),
    ],
    foot: { colour: 'ink', width: 9.6 },
  },
}

export const footAt = { x: margin, y: 6.83, h: 0.42, size: 16, number: { x: page.w - margin - 1, w: 1 } } as const

/** The layout that shows such a slide. */
export const layoutOf = ({ show }: Shown): LayoutName => {
  switch (show) {
    case 'title':
    case 'points':
    case 'columns':
    case 'boards':
    case 'story':
    case 'ask':
    case 'end':
      return show
    case 'table':
    case 'chart':
      return 'wide'
    case 'picture':
      return 'story'
    case 'choice':
      return 'points'
    case 'answer':
      return 'ask'
  }
}
