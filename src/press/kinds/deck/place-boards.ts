import type { Board, DeckSlide } from './deck.ts'
import { type Free, slack, TooMuchText, words } from './drawn.ts'
import { type Box, boardsAt, leading, rowAt } from './layouts.ts'
import type { Metrics } from './metrics.ts'

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

/** Boards below each other with what each is for, and the address beneath; on the last slide in a row. Throws where words are too long. */
export const placeBoards = (slide: Boards, metrics: Metrics): Free[] => {
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
