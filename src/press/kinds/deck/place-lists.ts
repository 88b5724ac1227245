import type { Choice, DeckSlide } from './deck.ts'
import { type Free, firstOf, plain, type Thing, words } from './drawn.ts'
import { fitted, heightOfWords } from './fit.ts'
import { type Box, full, margin } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { barred, board, hairline, ring, tick } from './pieces.ts'
import { picture, type Ratio, within } from './place-pictures.ts'

type Of<S extends DeckSlide['show']> = Extract<DeckSlide, { show: S }>

/** Three on one ground, or four and five as tiles. */
export const placeTiles = (slide: Of<'tiles'>, metrics: Metrics, ratio: Ratio): Thing[] => {
  const { length } = slide.tiles
  const three = length === 3
  const gap = three ? 0.33 : 0.17
  const w = (full - gap * (length - 1)) / length
  const at = (n: number): number => margin + n * (w + gap)
  const tall = three ? 2.75 : 2.15
  const top = three ? 1.65 : 1.55
  const under = top + tall + (three ? 0.4 : 0.15)
  const names = fitted(
    slide.id,
    slide.tiles.map(({ name }, n) => words({ x: at(n), y: under, w, h: three ? 0.62 : 0.8 }, name, three ? 28 : 22, 'ink', true)),
    three ? 22 : 18,
    metrics,
  )
  const below = under + Math.max(...names.map((name) => heightOfWords(name, name.size, metrics))) + 0.06
  const end = slide.below ? 6.25 : 6.85
  const lines = fitted(
    slide.id,
    slide.tiles.map(({ line }, n) => words({ x: at(n), y: below, w, h: end - below }, line, three ? 24 : 20, 'ink', false)),
    three ? 20 : 18,
    metrics,
  )
  return [
    ...(three
      ? [
          plain({ x: 0, y: top + tall - 0.45, w: 13.333, h: 0.77 }, 'ground'),
          plain({ x: 0, y: top + tall + 0.3, w: 13.333, h: 7.5 - top - tall - 0.3 }, 'paper'),
        ]
      : []),
    ...slide.tiles.flatMap((tile, n): Thing[] => {
      const box = { x: at(n), y: top, w, h: tall }
      return [
        ...(three ? [] : [plain(box, 'sky')]),
        within({ ...tile, alt: three ? '' : tile.alt }, box, ratio),
        ...names.slice(n, n + 1),
        ...lines.slice(n, n + 1),
      ]
    }),
    ...(slide.below ? [words({ x: margin, y: 6.35, w: full, h: 0.48 }, slide.below, 24, 'ink', true, { anchor: 'middle' })] : []),
  ]
}

/** What to do under a filled head with signs; what not to do under a framed one with bars. */
export const placeRules = (slide: Of<'rules'>, metrics: Metrics): Thing[] => {
  const w = 5.62
  const [left, right] = [margin, 13.333 - margin - w]
  const [top, h] = [2.3, 4.5]
  const column = (texts: readonly string[], x: number): Free[] => {
    const step = Math.min(1.1, h / texts.length)
    return texts.map((text, n) =>
      words({ x: x + 0.82, y: top + n * step, w: w - 0.82, h: step - 0.06 }, text, 24, 'ink', false, { anchor: 'middle' }),
    )
  }
  const dos = column(
    slide.dos.map(({ text }) => text),
    left,
  )
  const donts = column(slide.donts, right)
  const all = fitted(slide.id, [...dos, ...donts], 20, metrics)
  const middle = ({ y, h: high }: Box): number => y + high / 2
  const head = (x: number, text: string, look: Partial<Free>, colour: 'white' | 'brick') =>
    words({ x, y: 1.56, w, h: 0.6 }, text, 28, colour, true, { anchor: 'middle', inset: 0.18, ...look })
  return [
    head(left, slide.heads[0], { fill: 'deep' }, 'white'),
    ...dos.flatMap((one, n): Thing[] => [
      picture({ drawing: slide.dos[n]?.drawing ?? '', alt: '' }, { x: left + 0.1, y: middle(one) - 0.27, w: 0.54, h: 0.54 }),
      ...all.slice(n, n + 1),
    ]),
    head(right, slide.heads[1], { line: { colour: 'brick', width: 3 } }, 'brick'),
    ...donts.flatMap((one, n): Thing[] => [
      plain({ x: right + 0.16, y: middle(one) - 0.05, w: 0.46, h: 0.1 }, 'brick', { shape: 'roundRect' }),
      ...all.slice(dos.length + n, dos.length + n + 1),
    ]),
  ]
}

/** Rings with a heading and a line, then a bar. */
export const placeSteps = (slide: Of<'steps'>, metrics: Metrics): Thing[] => {
  const [x, w, d] = [1.71, 6.9, 0.62]
  const step = 1.2
  const titles = fitted(
    slide.id,
    slide.steps.map(({ title }, n) => words({ x, y: 1.58 + n * step, w, h: 0.45 }, title, 24, 'ink', true)),
    20,
    metrics,
  )
  const texts = fitted(
    slide.id,
    slide.steps.map(({ text }, n) => words({ x, y: 2.03 + n * step, w, h: 0.72 }, text, 24, 'ink', false)),
    18,
    metrics,
  )
  const [stripe, bar] = barred({ x: margin, y: 5.3, w: 7.8, h: 1.5 }, slide.bar, 24)
  return [
    ...slide.steps.flatMap((_, n): Thing[] => [
      ring(margin, 1.62 + n * step, d, String(n + 1), 'hollow', 24),
      ...titles.slice(n, n + 1),
      ...texts.slice(n, n + 1),
    ]),
    stripe,
    ...fitted(slide.id, [bar], 20, metrics),
  ]
}

/** Three pictures with captions; a bar at the foot. */
export const placeCase = (slide: Of<'case'>, metrics: Metrics): Thing[] => {
  const [w, h, gap] = [3.667, 2.75, 0.333]
  const at = (n: number): number => margin + n * (w + gap)
  const texts = fitted(
    slide.id,
    slide.pictures.map(({ text }, n) => {
      const first = slide.answered ? firstOf(text, /[.?!]\s/) : null
      return words({ x: at(n), y: 4.36, w, h: 1.42 }, first?.rest ?? text, 24, 'ink', false, {
        lead: first ? { text: first.lead, above: false } : null,
      })
    }),
    20,
    metrics,
  )
  const [stripe, foot] = barred({ x: margin, y: 5.92, w: full, h: 0.95 }, slide.foot, 28)
  return [
    ...slide.pictures.flatMap((one, n): Thing[] => [
      picture(one, { x: at(n), y: 1.5, w, h }),
      ring(at(n) - 0.15, 1.37, 0.54, String(n + 1), 'full', 24),
      ...texts.slice(n, n + 1),
    ]),
    stripe,
    ...fitted(slide.id, [foot], 22, metrics),
  ]
}

/** Rows with a letter in a ring. With the answer the right row has a tick, a frame and a ground of its own. */
export const placeChoice = (slide: Of<'choice'>, metrics: Metrics): Thing[] => {
  const { length } = slide.choices
  const [x, w, top, room] = [margin, 8.02, 2.15, 4.7]
  const step = room / length
  const high = step - 0.2
  const d = Math.min(0.67, high - 0.2)
  const box = (n: number): Box => ({ x, y: top + n * step, w, h: high })
  const inner = (n: number): Box => ({ x: x + 1.1, y: top + n * step + 0.06, w: w - 1.3, h: high - 0.12 })
  // The size is that of the question, with its answer too: then every line stands where it stood.
  const asked = fitted(
    slide.id,
    slide.choices.map(({ text }, n) => words(inner(n), text, 26, 'ink', false, { anchor: 'middle' })),
    20,
    metrics,
  )
  const answers = answeredIn(
    slide.choices.map((_, n) => inner(n)),
    slide.choices,
    metrics,
  )
  return [
    words({ x, y: 0.4, w, h: 0.42 }, slide.kick, 20, 'muted', false, { anchor: 'middle' }),
    ...slide.choices.flatMap((choice, n): Thing[] => {
      const right = slide.answered && choice.right
      return [
        plain(box(n), right ? 'moss' : 'chalk', {
          shape: 'rect',
          line: right ? { colour: 'deep', width: 4.5 } : { colour: 'edge', width: 1.5 },
        }),
        ring(x + 0.2, top + n * step + (high - d) / 2, d, right ? '' : choice.letter, right ? 'full' : 'hollow', Math.round(d * 38)),
        ...(right ? [tick(x + 0.2 + d * 0.26, top + n * step + high / 2 - d * 0.19, d * 0.48, 'white')] : []),
        ...(slide.answered ? answers : asked).slice(n, n + 1),
      ]
    }),
  ]
}

/** Answers with their reasons, all of one size: each with the first sentence of its reason where there is no room for more, or with none. */
const answeredIn = (boxes: readonly Box[], choices: readonly Choice[], metrics: Metrics): Free[] => {
  const free = (n: number, why: string, size: number): Free =>
    words(boxes[n] ?? { x: 0, y: 0, w: 0, h: 0 }, why, size, 'ink', false, {
      anchor: 'middle',
      lead: { text: choices[n]?.text ?? '', above: true },
    })
  const forms = choices.map(({ why }) => [why, firstOf(why, /[.?!]\s/)?.lead ?? why, ''])
  const at = (size: number, least: number): Free[] =>
    forms.flatMap(
      (of, n) =>
        of
          .slice(0, least)
          .map((why) => free(n, why, size))
          .find((one) => heightOfWords(one, size, metrics) <= one.h) ?? [],
    )
  for (const least of [2, 3])
    for (let size = 22; size >= 18; size--) {
      const all = at(size, least)
      if (all.length === choices.length) return all
    }
  return forms.map((_, n) => free(n, '', 18))
}

/** What to take along: numbered lines on a scene. */
export const placeEnd = (slide: Of<'end'>, metrics: Metrics): Thing[] => {
  const [x, top, w, step] = [margin + 0.75, 1.55, 6.4, 0.9]
  const lines = fitted(
    slide.id,
    slide.points.map((text, n) => words({ x, y: top + n * step, w, h: step - 0.06 }, text, 24, 'ink', false, { anchor: 'middle' })),
    20,
    metrics,
  )
  return lines.flatMap((line, n): Thing[] => [
    ring(margin, top + n * step + (step - 0.06 - 0.54) / 2, 0.54, String(n + 1), 'full', 22),
    line,
  ])
}

/** When to call the number for danger. */
export const placeDanger = (slide: Of<'danger'>, metrics: Metrics): Thing[] => {
  const [x, w] = [7.5, 5]
  const step = Math.min(0.96, 4.1 / slide.points.length)
  const points = fitted(
    slide.id,
    slide.points.map((text, n) => words({ x, y: 1.56 + n * step, w, h: step - 0.1 }, text, 26, 'white', false, { anchor: 'middle' })),
    22,
    metrics,
  )
  return [
    board({ x: margin, y: 1.56, w: 5.83, h: 2.19 }, slide.board.number, 115, 'sun', 'ink', { digits: true, inset: 0.5 }),
    ...fitted(slide.id, [words({ x: margin, y: 4.05, w: 5.83, h: 2.7 }, slide.text, 26, 'white', false)], 22, metrics),
    ...points.flatMap((one, n): Thing[] => [one, hairline(x, 1.56 + (n + 1) * step - 0.08, w)]),
    ...(slide.below ? fitted(slide.id, [words({ x, y: 5.75, w, h: 1.05 }, slide.below, 20, 'white', false)], 18, metrics) : []),
  ]
}
