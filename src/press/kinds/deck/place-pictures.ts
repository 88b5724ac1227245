import type { DeckSlide, Picture, Spot } from './deck.ts'
import { type Free, type Pictured, plain, slack, type Thing, words } from './drawn.ts'
import { fillPlaces } from './fill-places.ts'
import { fitted } from './fit.ts'
import { type Box, inPanel, layouts, leading, page, questionPanel, sides, standing, stepsPanel, storyDrawing, whole } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { barred, hairline, spotDisc } from './pieces.ts'

type Of<S extends DeckSlide['show']> = Extract<DeckSlide, { show: S }>

/** Width of a drawing for each unit of its height. */
export type Ratio = (drawing: string) => number

export const picture = ({ drawing, alt }: Picture, { x, y, w, h }: Box): Pictured => ({ as: 'picture', drawing, alt, x, y, w, h })

/** A drawing as large as its box holds, on the lower edge of it. */
export const within = (of: Picture, box: Box, ratio: Ratio): Pictured => {
  const w = Math.min(box.w, box.h * ratio(of.drawing))
  const h = w / ratio(of.drawing)
  return picture(of, { x: box.x + (box.w - w) / 2, y: box.y + box.h - h, w, h })
}

/** A scene as wide as a slide fills it; another drawing stands at the right, on ground that goes on to the left. */
const scene = (of: Picture, ratio: Ratio): Thing[] => {
  if (ratio(of.drawing) > 1.6) return [picture(of, whole)]
  const box = standing(5.8, 7.2)
  return [plain({ x: 0, y: page.h - box.h / 6, w: page.w, h: box.h / 6 }, 'ground'), within(of, box, ratio)]
}

/** A drawing that fills a side, or stands in it where it is of another shape. */
const side = (of: Picture, box: Box, ratio: Ratio): Thing[] =>
  Math.abs(ratio(of.drawing) - box.w / box.h) < 0.03
    ? [picture(of, box)]
    : [
        plain(box, 'sky'),
        plain({ ...box, y: box.y + box.h - 1.25, h: 1.25 }, 'ground'),
        within(of, { ...box, h: box.h - 1.22 + (box.w * 0.75) / 6 }, ratio),
      ]

/** What stands behind the words of a slide. */
export const behindOf = (slide: DeckSlide, ratio: Ratio): Thing[] => {
  switch (slide.show) {
    case 'title':
      return scene(slide, ratio)
    case 'idea':
    case 'talk':
      return scene(slide, ratio)
    case 'end':
      return slide.picture ? scene(slide.picture, ratio) : []
    case 'half':
      return side(slide, sides.half, ratio)
    case 'beside':
      return side(slide, sides.beside, ratio)
    case 'spot':
    case 'spotted':
      return side(slide, sides.spot, ratio)
    case 'steps':
      return [within(slide, inPanel(stepsPanel), ratio)]
    case 'choice':
      return slide.picture ? [within(slide.picture, inPanel(questionPanel), ratio)] : []
    case 'story':
    case 'picture':
      return [within(slide, storyDrawing, ratio)]
    default:
      return []
  }
}

const discs = (spots: readonly Spot[]): Free[] =>
  spots.map(({ x, y }, n) => spotDisc((sides.spot.w * x) / 100, (sides.spot.h * y) / 100, 0.6, String(n + 1)))

/** Before the picture: numbers on it; beside it the task. */
export const placeSpot = (slide: Of<'spot'>, metrics: Metrics): Thing[] => {
  const [stripe, task] = barred({ x: 8.75, y: 3.95, w: 4.1, h: 1.5 }, slide.task, 26)
  return [...discs(slide.spots), stripe, ...fitted(slide.id, [task], 20, metrics)]
}

export const placeSpotted = (slide: Of<'spotted'>, metrics: Metrics): Thing[] => {
  const [title] = fillPlaces(slide, metrics)
  const head = title ? metrics.lines(slide.title, title.size, true, title.place.w * slack) * metrics.line(title.size) * leading : 0
  const top = Math.max(1.7, 0.65 + head)
  const step = Math.min(0.98, (5.45 - top) / slide.spots.length)
  const lines = fitted(
    slide.id,
    slide.spots.map(({ text }, n) =>
      words({ x: 9.36, y: top + n * step, w: 3.6, h: step - 0.06 }, text, 22, 'ink', false, { anchor: 'middle' }),
    ),
    18,
    metrics,
  )
  const small = lines.flatMap((line, n) => [spotDisc(8.98, top + n * step + (step - 0.06) / 2, 0.46, String(n + 1)), line])
  const [stripe, act] = barred({ x: 8.75, y: 5.62, w: 4.25, h: 1.2 }, slide.act, 20)
  return [
    ...discs(slide.spots),
    ...small.map((free) => (free.shape === 'ellipse' ? { ...free, size: 20, line: null } : free)),
    stripe,
    ...fitted(slide.id, [act], 18, metrics),
  ]
}

/** Lines beside a picture, each above a thin line. */
export const placeBeside = (slide: Of<'beside'>, metrics: Metrics): Thing[] => {
  const { length } = slide.lines
  const [x, top, w] = [8.02, 1.8, 4.7]
  const step = Math.min(1, 5 / length)
  const lines = fitted(
    slide.id,
    slide.lines.map((text, n) => words({ x, y: top + n * step, w, h: step - 0.06 }, text, 24, 'ink', false, { anchor: 'middle' })),
    18,
    metrics,
  )
  return lines.flatMap((line, n) => (n < length - 1 ? [line, hairline(x, top + (n + 1) * step - 0.04, w, 'line')] : [line]))
}

/** Bubbles above a scene: when it is said, then what. */
export const placeTalk = (slide: Of<'talk'>, metrics: Metrics): Thing[] => {
  const gap = 0.27
  const [left, right, y, h] = [0.833, page.w - 0.833, 1.42, 1.62]
  const w = (right - left - gap * (slide.bubbles.length - 1)) / slide.bubbles.length
  return fitted(
    slide.id,
    slide.bubbles.map(({ when, text, ...tail }, n) =>
      words({ x: left + n * (w + gap), y, w, h }, text, 22, 'ink', false, {
        shape: 'wedgeRoundRectCallout',
        fill: 'paper',
        line: { colour: 'deeper', width: 3.5 },
        anchor: 'middle',
        inset: 0.2,
        lead: { text: when, above: true },
        tail: { x: (page.w * tail.x) / 100, y: (page.h * tail.y) / 100 },
      }),
    ),
    18,
    metrics,
  )
}

/** The mark, over a scene that hides that of the layout. */
export const placeMark = (): Thing[] => layouts.title.decor.map(({ fill, shape, ...box }) => plain(box, fill, { shape }))
