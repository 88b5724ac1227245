import type { DeckSlide } from './deck.ts'
import { type Corner, type Free, plain, slack, type Thing, words } from './drawn.ts'
import { fillPlaces } from './fill-places.ts'
import { fitted } from './fit.ts'
import { full, leading, margin, page } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { barred, board, drawn, ring, tick } from './pieces.ts'
import { picture, type Ratio, within } from './place-pictures.ts'

type Of<S extends DeckSlide['show']> = Extract<DeckSlide, { show: S }>

/** Boards that a post holds; of more, those around the one of now. */
const mostBoards = 7

/** The post: boards of parts that are past with a tick, the one of now longer and in the sun's colour. */
export const placePart = (slide: Of<'part'>, metrics: Metrics): Thing[] => {
  const now = slide.boards.findIndex(({ state }) => state === 'now')
  const from = Math.max(0, Math.min(now - 2, slide.boards.length - mostBoards))
  const shown = slide.boards.slice(from, from + mostBoards)
  const step = Math.min(0.917, 5.9 / shown.length)
  const boards = shown.map(({ text, state }, n) => {
    const w = state === 'now' ? 5.9 : 4.75
    const h = step * (state === 'now' ? 0.86 : 0.76)
    const y = 0.72 + n * step + (step - h) / 2
    const fill = state === 'now' ? 'sun' : state === 'past' ? 'moss' : 'deep'
    return board({ x: 1, y, w, h }, text, state === 'now' ? 26 : 22, fill, state === 'next' ? 'white' : 'ink', {
      bold: state === 'now',
      inset: 0.92,
    })
  })
  const [title] = fillPlaces(slide, metrics)
  const heading = title ? metrics.lines(slide.title, title.size, true, title.place.w * slack) * metrics.line(title.size) * leading : 0
  const fits = [
    ...fitted(
      slide.id,
      boards.filter((_, n) => shown[n]?.state !== 'now'),
      16,
      metrics,
    ),
    ...fitted(
      slide.id,
      boards.filter((_, n) => shown[n]?.state === 'now'),
      18,
      metrics,
    ),
  ]
  return [
    plain({ x: 1.56, y: 0.5, w: 0.23, h: 6.4 }, 'paper', { line: { colour: 'deeper', width: 3.5 } }),
    ...fits
      .toSorted((a, b) => a.y - b.y)
      .flatMap((one, n): Thing[] => (shown[n]?.state === 'past' ? [one, tick(1.22, one.y + one.h / 2 - 0.13, 0.3, 'deep')] : [one])),
    words({ x: 7.5, y: 3.8 - heading - 0.52, w: 5, h: 0.48 }, slide.kick, 22, 'muted', false, { anchor: 'middle' }),
  ]
}

/** Steps of a scale as signs on a hill that rises. */
export const placeScale = (slide: Of<'scale'>, metrics: Metrics): Thing[] => {
  const { length } = slide.steps
  const left = 1.67
  const gap = length > 1 ? 10 / (length - 1) : 0
  const rise = (x: number): number => 6.46 - 2.29 * (x / page.w) ** 1.25
  const hill = Array.from({ length: 25 }, (_, n): Corner => ({ x: (page.w * n) / 24, y: rise((page.w * n) / 24) }))
  const first: Corner = { x: 0, y: rise(0), moveTo: true }
  const d = 1.17
  const names = fitted(
    slide.id,
    slide.steps.map((text, n) => {
      const x = left + n * gap
      return words({ x: x - 1.1, y: rise(x) + 0.1, w: 2.2, h: 0.5 }, text, 24, 'ink', true, { align: 'center' })
    }),
    18,
    metrics,
  )
  return [
    drawn([first, ...hill.slice(1), { x: page.w, y: page.h }, { x: 0, y: page.h }], { fill: 'ground' }),
    drawn([first, ...hill.slice(1)], { line: { colour: 'deeper', width: 4.5 } }),
    ...fitted(slide.id, [words({ x: margin, y: 1.35, w: full, h: 0.55 }, slide.question, 26, 'ink', false)], 22, metrics),
    ...fitted(slide.id, [words({ x: margin, y: 2, w: 8, h: 0.5 }, slide.below, 22, 'ink', false)], 20, metrics),
    ...slide.steps.flatMap((_, n): Thing[] => {
      const x = left + n * gap
      const top = rise(x) - 0.45 - d
      return [
        plain({ x: x - 0.05, y: top + d, w: 0.1, h: 0.45 }, 'deeper'),
        words({ x: x - d / 2, y: top, w: d, h: d }, String(n + 1), 44, 'ink', true, {
          shape: 'ellipse',
          fill: 'paper',
          line: { colour: 'deeper', width: 4.5 },
          align: 'center',
          anchor: 'middle',
        }),
        ...names.slice(n, n + 1),
      ]
    }),
  ]
}

/** Discs left and right of one figure. Lines end at its ring, never at the body. */
export const placeDiagram = (slide: Of<'diagram'>, metrics: Metrics, ratio: Ratio): Thing[] => {
  const half = Math.ceil(slide.things.length / 2)
  const centre = { x: page.w / 2, y: 3.77, r: 1.42 }
  const places = slide.things.map((thing, n) => {
    const left = n < half
    const count = left ? half : slide.things.length - half
    const row = left ? n : n - half
    const x = left ? 4.33 : page.w - 4.33
    return { ...thing, left, x, y: centre.y + (row - (count - 1) / 2) * 1.44 }
  })
  const [d, inner] = [1.3, 0.9]
  const labels = fitted(
    slide.id,
    places.map(({ text, left, x, y }) =>
      words(
        { x: left ? 0.6 : x + d / 2 + 0.2, y: y - 0.5, w: x - d / 2 - 0.8 > 2.4 && left ? x - d / 2 - 0.8 : 2.88, h: 1 },
        text,
        22,
        'ink',
        true,
        {
          align: left ? 'right' : 'left',
          anchor: 'middle',
        },
      ),
    ),
    18,
    metrics,
  )
  const node = (x: number, y: number, wide: number): Free =>
    plain({ x: x - wide / 2, y: y - wide / 2, w: wide, h: wide }, 'sky', { shape: 'ellipse', line: { colour: 'deep', width: 3.75 } })
  return [
    ...places.map(({ x, y }) =>
      drawn(
        [
          { x, y, moveTo: true },
          { x: centre.x, y: centre.y },
        ],
        { line: { colour: 'deep', width: 3.75 } },
      ),
    ),
    node(centre.x, centre.y, centre.r * 2),
    within(slide, { x: centre.x - 1.31, y: centre.y - 1.28, w: 2.62, h: 2.62 }, ratio),
    ...places.flatMap(({ x, y, drawing }, n): Thing[] => [
      node(x, y, d),
      picture({ drawing, alt: '' }, { x: x - inner / 2, y: y - inner / 2, w: inner, h: inner }),
      ...labels.slice(n, n + 1),
    ]),
    ...fitted(
      slide.id,
      [words({ x: 1.5, y: 6.16, w: page.w - 3, h: 0.62 }, slide.below, 26, 'ink', false, { align: 'center', anchor: 'middle' })],
      20,
      metrics,
    ),
  ]
}

/** One number as large as it can be read from the door. */
export const placeNumber = (slide: Of<'number'>, metrics: Metrics, ratio: Ratio): Thing[] => {
  const [x, w] = [8.33, 4.3]
  return [
    plain({ x: 0, y: 6.15, w: page.w, h: page.h - 6.15 }, 'ground'),
    within(slide, { x: 0.69, y: 1.6, w: 7.25, h: 4.63 }, ratio),
    ...fitted(slide.id, [words({ x, y: 1.6, w, h: 1.35 }, slide.number, 80, 'ink', true, { anchor: 'middle' })], 48, metrics),
    ...fitted(
      slide.id,
      slide.lines.map((text, n) => words({ x, y: 3.15 + n * 1.5, w, h: 1.4 }, text, 26, 'ink', false)),
      20,
      metrics,
    ),
    ...fitted(slide.id, [words({ x: margin, y: 6.35, w: full, h: 0.6 }, slide.source, 14, 'ink', false, { name: 'Source' })], 12, metrics),
  ]
}

/** Roads that part from one place: stops in rings, the last in the sun's colour. */
export const placeRoads = (slide: Of<'roads'>, metrics: Metrics): Thing[] => {
  const { length } = slide.lanes
  const room = 5.35 / length
  const y = (n: number): number => 1.35 + room * n + 0.62
  const from = { x: 0.42, y: y((length - 1) / 2) }
  const road = (n: number): Corner[] => [
    { ...from, moveTo: true },
    { x: 2, y: y(n), curve: { x1: 1.15, y1: from.y, x2: 0.75, y2: y(n) } },
    { x: 12.9, y: y(n) },
  ]
  const most = Math.max(...slide.lanes.map(({ stops }) => stops.length))
  const step = 10.5 / most
  const d = 0.54
  const stops = fitted(
    slide.id,
    slide.lanes.flatMap((lane, n) =>
      lane.stops.map((text, s) => words({ x: 2.42 + s * step, y: y(n) + 0.32, w: step - 0.12, h: room - 0.98 }, text, 20, 'ink', false)),
    ),
    16,
    metrics,
  )
  return [
    board({ x: 8.02, y: 0.42, w: 4.48, h: 0.65 }, slide.danger, 26, 'sun', 'ink'),
    ...slide.lanes.map((_, n) => drawn(road(n), { line: { colour: 'deeper', width: 22 } })),
    ...slide.lanes.map((_, n) => drawn(road(n), { line: { colour: 'ground', width: 15 } })),
    ...slide.lanes.flatMap((lane, n): Thing[] => {
      const before = slide.lanes.slice(0, n).reduce((sum, { stops: all }) => sum + all.length, 0)
      const own = stops.slice(before, before + lane.stops.length)
      return [
        ...fitted(
          slide.id,
          [
            words({ x: 2.4, y: y(n) - 0.78, w: 10, h: 0.46 }, lane.note, 22, 'ink', false, {
              anchor: 'middle',
              lead: { text: lane.note ? `${lane.title}.` : lane.title, above: false },
            }),
          ],
          18,
          metrics,
        ),
        ...own.flatMap((stop, s): Thing[] => [
          ring(stop.x, y(n) - d / 2, d, String(s + 1), s === own.length - 1 ? 'sun' : 'hollow', 22),
          stop,
        ]),
      ]
    }),
  ]
}

/** A chart with what its columns count, how to read it, and where it is from. */
export const placeChart = (slide: Of<'chart'>, metrics: Metrics): Thing[] => {
  const [stripe, below] = barred({ x: 9.48, y: 3.45, w: 3.05, h: 2.4 }, slide.below, 24)
  return [
    { as: 'chart', x: margin, y: 1.56, w: 8.1, h: 4.55, chart: slide },
    ...fitted(slide.id, [words({ x: 9.48, y: 1.75, w: 3.05, h: 1.5 }, slide.unit, 26, 'ink', false)], 18, metrics),
    stripe,
    ...fitted(slide.id, [below], 16, metrics),
    ...fitted(slide.id, [words({ x: margin, y: 6.3, w: full, h: 0.6 }, slide.source, 14, 'muted', false, { name: 'Source' })], 12, metrics),
  ]
}
