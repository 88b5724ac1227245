import { type Corner, type Free, plain, words } from './drawn.ts'
import type { Box, Role } from './layouts.ts'

/* Small things of which slides are made. */

/** A number or letter in a ring: hollow, filled, or the last stop of a road. */
export const ring = (x: number, y: number, d: number, text: string, look: 'hollow' | 'full' | 'sun', size: number): Free =>
  words({ x, y, w: d, h: d }, text, size, look === 'full' ? 'white' : look === 'sun' ? 'ink' : 'deep', true, {
    shape: 'ellipse',
    fill: look === 'full' ? 'deep' : look === 'sun' ? 'sun' : 'paper',
    line: { colour: look === 'hollow' ? 'deep' : look === 'sun' ? 'deeper' : 'deep', width: 3 },
    align: 'center',
    anchor: 'middle',
  })

/** A number in a picture: a filled disc with a pale edge that stands out on anything. */
export const spotDisc = (x: number, y: number, d: number, text: string): Free =>
  words({ x: x - d / 2, y: y - d / 2, w: d, h: d }, text, 24, 'white', true, {
    shape: 'ellipse',
    fill: 'deep',
    line: { colour: 'paper', width: 4 },
    align: 'center',
    anchor: 'middle',
  })

/** A board of the sign post. */
export const board = (box: Box, text: string, size: number, fill: Role, colour: Role, over: Partial<Free> = {}): Free =>
  words(box, text, size, colour, true, { shape: 'homePlate', fill, anchor: 'middle', inset: 0.25, ...over })

/** What must not be missed: heavy words behind a bar in the colour of the sun. */
export const barred = ({ x, y, w, h }: Box, text: string, size: number, over: Partial<Free> = {}): [Free, Free] => [
  plain({ x, y, w: 0.1, h }, 'sun'),
  words({ x: x + 0.3, y, w: w - 0.3, h }, text, size, 'ink', true, { anchor: 'middle', ...over }),
]

/** A shape by its corners on the slide. */
export const drawn = (corners: readonly Corner[], over: Partial<Free>): Free => {
  const xs = corners.flatMap(({ x, curve }) => [x, ...(curve ? [curve.x1, curve.x2] : [])])
  const ys = corners.flatMap(({ y, curve }) => [y, ...(curve ? [curve.y1, curve.y2] : [])])
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const within = corners.map(({ x, y, moveTo, curve }) => ({
    x: x - left,
    y: y - top,
    ...(moveTo ? { moveTo } : {}),
    ...(curve ? { curve: { x1: curve.x1 - left, y1: curve.y1 - top, x2: curve.x2 - left, y2: curve.y2 - top } } : {}),
  }))
  // A line has a width of its own: a box of none is no box.
  const box = { x: left, y: top, w: Math.max(0.01, Math.max(...xs) - left), h: Math.max(0.01, Math.max(...ys) - top) }
  return plain(box, null, { shape: 'custGeom', corners: within, ...over })
}

/** Done, or right: no face of letters has this sign everywhere. */
export const tick = (x: number, y: number, wide: number, colour: Role): Free =>
  drawn(
    [
      { x, y: y + wide * 0.45, moveTo: true },
      { x: x + wide * 0.36, y: y + wide * 0.8 },
      { x: x + wide, y },
    ],
    { name: 'Tick', line: { colour, width: wide * 11 } },
  )

/** A thin line below something. */
export const hairline = (x: number, y: number, w: number, colour: Role = 'edge'): Free => plain({ x, y, w, h: 0.02 }, colour)
