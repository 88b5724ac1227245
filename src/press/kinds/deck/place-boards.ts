import type { Board, DeckSlide } from './deck.ts'
import { type Free, plain, slack, TooMuchText, words } from './drawn.ts'
import { fitted } from './fit.ts'
import { type Box, boardsAt, leading, rowAt } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { board as signBoard } from './pieces.ts'

type Boards = Extract<DeckSlide, { show: 'boards' | 'end' }>

const board = (box: Box, { number, danger }: Board, size: number): Free =>
  signBoard(box, number, size, danger ? 'sun' : 'white', 'ink', { digits: true })

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
  const { x, y, w, h, gap, number, post, words: at, address, most, least } = boardsAt
  const scale = Math.min(1, most / slide.boards.length)
  const size = { label: Math.max(least, Math.floor(at.label * scale)), hours: Math.max(least, Math.floor(at.hours * scale)) }
  const label = metrics.line(size.label)
  // Numbers that are smaller need less of a board, and names with their places more room.
  const shorter = scale < 1 ? w * 0.24 : 0
  const rows = slide.boards.map((one, n) => {
    const top = y + n * (h + gap) * scale
    const inset = { x: at.x - shorter, w: at.w + shorter }
    return {
      board: board({ x, y: top, w: w - shorter, h: h * scale }, one, Math.floor(number * scale)),
      label: words({ ...inset, y: top - 0.02, h: label }, one.label, size.label, 'white', true, { anchor: 'middle' }),
      hours: words({ ...inset, y: top - 0.02 + label * leading, h: metrics.line(size.hours) }, one.hours, size.hours, 'white', false, {
        anchor: 'middle',
      }),
    }
  })
  // Places behind a name make it longer than it was written: then all are set smaller, as long as they can be read.
  const labels = fitted(
    slide.id,
    rows.map((row) => row.label),
    least,
    metrics,
  )
  const hours = fitted(
    slide.id,
    rows.map((row) => row.hours),
    least,
    metrics,
  )
  return [
    plain({ ...post, y: y - 0.02, h: 6.95 - y }, 'edge'),
    ...rows.flatMap(({ board }, n) => [board, ...labels.slice(n, n + 1), ...hours.slice(n, n + 1)]),
    ...fitted(slide.id, [words(address, slide.link.text, address.size, 'white', false, { name: 'Address', align: 'center' })], 13, metrics),
  ]
}
