import type { Palette } from '../../../domain/brand/palette.ts'
import type { LayoutName, Shown } from './deck.ts'

/** Inches from the upper left corner. */
export type Box = { x: number; y: number; w: number; h: number }
export type Role = keyof Palette

/** 16:9. Margins are 6.25 % of the width. */
export const page = { w: 13.333, h: 7.5 } as const
export const margin = 0.833
export const full = page.w - 2 * margin

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
/** `number`: where the number of the slide ends. `short`: beside a picture there is room for few words. */
export type Foot = { colour: Role; x: number; y: number; h: number; width: number; number: number; short: boolean }

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
const title = (x: number, y: number, w: number, h: number, size: number, least: number, over: Partial<Place> = {}): Place =>
  place('title', { x, y, w, h }, { type: 'title', size, least, bold: true, ...over })
const body = (x: number, y: number, w: number, h: number, size: number, least: number, over: Partial<Place> = {}): Place =>
  place('body', { x, y, w, h }, { size, least, ...over })
/** The title of a slide that is as wide as its words. */
const head = (over: Partial<Place> = {}): Place => title(margin, 0.38, full, 1, 40, 26, { anchor: 'ctr', ...over })

const rect = (x: number, y: number, w: number, h: number, fill: Role, shape: Decor['shape'] = 'rect'): Decor => ({
  x,
  y,
  w,
  h,
  fill,
  shape,
})

const foot = (over: Partial<Foot> = {}): Foot => ({
  colour: 'muted',
  x: margin,
  y: 7.02,
  h: 0.3,
  width: 9.6,
  number: page.w - margin,
  short: false,
  ...over,
})
/** On a picture that reaches below the foot. */
const low = foot({ colour: 'ink', width: 5.4, short: true })

/** The mark: a finger of a signpost in a disc. */
const mark = (x: number, y: number, d: number): Decor[] => [
  rect(x, y, d, d, 'deep', 'ellipse'),
  rect(x + d * 0.46, y + d * 0.18, d * 0.08, d * 0.64, 'paper'),
  rect(x + d * 0.28, y + d * 0.3, d * 0.5, d * 0.3, 'sun', 'homePlate'),
]

/** The ground on which a drawing of the pages stands: its own begins 100 of 120 down. */
export const standing = (w: number, x: number): Box => ({ x, y: page.h - w * 0.75, w, h: w * 0.75 })
const ground = (drawing: Box): number => drawing.h / 6

export const whole: Box = { x: 0, y: 0, ...page }
export const storyDrawing = standing(5.1, 8.05)
/** Panels at the right edge, with a drawing of the pages on their ground. */
export const stepsPanel: Box = { x: 8.96, y: 0, w: page.w - 8.96, h: page.h }
export const questionPanel: Box = { x: 9.375, y: 0, w: page.w - 9.375, h: page.h }
const panel = ({ x, w }: Box): Decor[] => [rect(x, 0, w, page.h, 'sky'), rect(x, 6.25, w, page.h - 6.25, 'ground')]
/** A drawing of 160 x 120 in a panel: its ground meets that of the panel. */
export const inPanel = ({ x, w }: Box): Box => ({ x, y: 6.28 - w * 0.75, w, h: w * 0.75 })

/** Pictures that fill a side of the slide. */
export const sides = {
  half: { x: page.w / 2, y: 0, w: page.w / 2, h: page.h },
  beside: { x: 0, y: 0, w: 7.5, h: 6.75 },
  spot: { x: 0, y: 0, w: page.h / 0.9, h: page.h },
} as const satisfies Record<string, Box>

/** On the title slide of one training provider: its name beside the mark, its logo over the drawing. */
export const cobrandedAt = {
  name: { x: margin + 0.9, y: 0.12, w: 6.4, h: 1.26 },
  logo: { x: 8.1, y: 0.5, w: page.w - margin - 8.1, h: 1.7 },
} as const

/** Numbers to call: boards on a post at the left of a dark slide; the code to scan stands at the right. */
export const boardsAt = {
  x: margin,
  y: 1.46,
  w: 4.17,
  h: 0.75,
  gap: 0.146,
  number: 30,
  post: { x: 1.31, w: 0.23 },
  words: { x: 5.25, w: 4.6, label: 22, hours: 16 },
  code: { x: 10.4, y: 1.56, w: 2.1, h: 2.1 },
  address: { x: 9.85, y: 3.8, w: 3.2, h: 2.2, size: 20 },
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
export const wideAt: Box = { x: margin, y: 1.6, w: full, h: 5.2 }

const half = (full - 0.6) / 2
const right = margin + half + 0.6
const band = { y: 1.75, h: 4.95 }
const paper = (over: Partial<Layout> & Pick<Layout, 'places'>): Layout => ({ background: 'paper', decor: [], foot: foot(), ...over })
const sky = (over: Partial<Layout> & Pick<Layout, 'places'>): Layout => paper({ background: 'sky', ...over })

export const layouts: Readonly<Record<LayoutName, Layout>> = {
  title: sky({
    decor: mark(margin, 0.54, 0.67),
    places: [title(margin, 1.38, 7.5, 1.75, 54, 40), body(margin, 3.2, 6.15, 1.3, 24, 16, { above: 6 })],
    foot: low,
  }),
  part: sky({
    decor: [rect(0, 6.67, page.w, page.h - 6.67, 'ground')],
    places: [title(7.5, 2.05, 5, 1.75, 44, 32, { anchor: 'b' }), body(7.5, 4, 4.9, 1.7, 26, 20)],
    foot: foot({ colour: 'ink' }),
  }),
  idea: sky({
    places: [title(margin, 0.75, 6.5, 1.95, 54, 40, { above: 0 }), body(margin, 2.8, 5, 1.75, 26, 22)],
    foot: low,
  }),
  half: paper({
    places: [title(margin, 0.4, 5.6, 1.15, 34, 28, { anchor: 'b' }), body(margin, 1.75, 5.5, 4.95, 28, 20, { above: 16 })],
    foot: foot({ width: 5.4, short: true, number: 6.4 }),
  }),
  beside: paper({
    decor: [rect(0, 6.75, 7.5, page.h - 6.75, 'ground')],
    places: [title(8.02, 0.4, 4.7, 1.25, 34, 24, { anchor: 'b' })],
    foot: foot({ colour: 'ink', x: margin, width: 5.4, short: true }),
  }),
  spot: paper({
    places: [title(8.75, 0.5, 4.2, 1.45, 34, 24), body(8.75, 2.05, 4, 1.6, 26, 20)],
    foot: foot({ x: 8.75, y: 6.88, h: 0.46, width: 3.4, short: true }),
  }),
  wide: paper({ places: [head()] }),
  sky: sky({ places: [head()], foot: foot({ colour: 'ink' }) }),
  dark: { background: 'deeper', decor: [], places: [head({ colour: 'white' })], foot: foot({ colour: 'white' }) },
  steps: paper({ decor: panel(stepsPanel), places: [head({ w: 7.7 })], foot: foot({ width: 6.8, number: 8.7 }) }),
  question: paper({ decor: panel(questionPanel), places: [title(margin, 0.85, 8.2, 1.24, 34, 22)], foot: foot({ width: 6.8, number: 9 }) }),
  road: paper({ places: [title(margin, 0.35, 6.9, 0.75, 40, 28, { anchor: 'ctr' })] }),
  end: sky({ places: [head({ w: 8 })], foot: low }),
  points: paper({ places: [head(), body(margin, band.y, full, band.h, 30, 20, { marks: 'discs', above: 20 })] }),
  columns: paper({
    decor: [rect(margin, 1.65, half, 0.06, 'deep'), rect(right, 1.65, half, 0.06, 'deep')],
    places: [
      head(),
      place('left-title', { x: margin, y: 1.8, w: half, h: 0.75 }, { size: 30, least: 24, bold: true, anchor: 'ctr' }),
      place('left', { x: margin, y: 2.65, w: half, h: 4.1 }, { size: 30, least: 22, marks: 'discs', above: 16 }),
      place('right-title', { x: right, y: 1.8, w: half, h: 0.75 }, { size: 30, least: 24, bold: true, anchor: 'ctr' }),
      place('right', { x: right, y: 2.65, w: half, h: 4.1 }, { size: 30, least: 22, marks: 'discs', above: 16 }),
    ],
  }),
  story: paper({
    decor: [
      rect(7.85, 0, page.w - 7.85, page.h, 'sky'),
      rect(7.85, page.h - ground(storyDrawing), page.w - 7.85, ground(storyDrawing), 'ground'),
    ],
    places: [title(margin, 0.45, 6.6, 1.25, 40, 28, { anchor: 'ctr' }), body(margin, 1.85, 6.6, 4.9, 24, 20)],
    foot: foot({ width: 5.6, short: true, number: margin + 6.6 }),
  }),
  ask: paper({
    decor: [rect(margin, band.y, 0.12, band.h - 0.1, 'sun')],
    places: [head(), body(margin + 0.45, band.y, full - 0.45, band.h - 0.1, 30, 22, { anchor: 'ctr', above: 18 })],
  }),
}

export const footAt = { size: 12, number: { w: 0.6 } } as const

/** The layout that shows such a slide. */
export const layoutOf = (slide: Shown): LayoutName => {
  switch (slide.show) {
    case 'title':
    case 'points':
    case 'columns':
    case 'story':
    case 'ask':
    case 'part':
    case 'idea':
    case 'half':
    case 'beside':
    case 'spot':
    case 'steps':
      return slide.show
    case 'spotted':
      return 'spot'
    case 'end':
      return slide.picture ? 'end' : 'sky'
    case 'tiles':
      return slide.tiles.length > 3 ? 'wide' : 'sky'
    case 'scale':
    case 'number':
    case 'talk':
      return 'sky'
    case 'danger':
    case 'boards':
      return 'dark'
    case 'diagram':
    case 'rules':
    case 'case':
    case 'table':
    case 'chart':
      return 'wide'
    case 'roads':
      return 'road'
    case 'choice':
      return 'question'
    case 'picture':
      return 'story'
  }
}
