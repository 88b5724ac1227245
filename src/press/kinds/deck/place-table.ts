import type { DeckSlide, Table } from './deck.ts'
import { cell, type Free, slack, type Thing, TooMuchText, words } from './drawn.ts'
import { fitted, heightOfWords } from './fit.ts'
import { wideAt } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { barred } from './pieces.ts'

/** A table of few rows takes some of the room that is left, so that it is read from the last row. */
const airy = 1.6
const stretched = (rows: readonly number[], room: number): number[] => {
  const by = Math.min(airy, Math.max(1, room / rows.reduce((sum, h) => sum + h, 0)))
  return rows.map((h) => h * by)
}

/** A table with the words above and below it. */
export const placeTable = (slide: Extract<DeckSlide, { show: 'table' }>, metrics: Metrics): Thing[] => {
  const { above, table, below, bar } = slide
  // What must not be missed has a large bar; where it names people with long names, a taller one.
  const tall = bar ? Math.max(1.2, heightOfWords(words({ ...wideAt, w: wideAt.w - 0.3 }, bar, 18, 'ink', true), 18, metrics)) : 0
  const room = { ...wideAt, h: wideAt.h - (bar ? tall + 0.25 : 0) }
  const [stripe, barWords] = barred({ x: wideAt.x, y: wideAt.y + wideAt.h - tall, w: wideAt.w, h: tall }, bar ?? '', 24)
  const free = (text: string, y: number, size: number, bold: boolean): Free => {
    const h = metrics.lines(text, size, bold, wideAt.w * slack) * metrics.line(size)
    return words({ x: wideAt.x, y, w: wideAt.w, h }, text, size, bold ? 'ink' : 'muted', bold)
  }
  for (let size = 32; size >= 16; size--) {
    let y = wideAt.y
    const before = above.map((text) => {
      const box = free(text, y, Math.max(18, Math.min(28, size)), true)
      y += box.h + 0.04
      return box
    })
    if (above.length) y += 0.12
    const needed = rowHeights(table, size, metrics)
    const under = below ? free(below, 0, Math.min(20, size), false) : null
    const rows = stretched(needed, room.y + room.h - y - (under ? under.h + 0.2 : 0))
    const end = y + rows.reduce((sum, h) => sum + h, 0)
    const after = under ? [{ ...under, y: end + 0.2 }] : []
    if (Math.max(end, ...after.map((box) => box.y + box.h)) <= room.y + room.h)
      return [
        ...before,
        { as: 'table', ...wideAt, y, h: end - y, table, size, rows },
        ...after,
        ...(bar ? [stripe, ...fitted(slide.id, [barWords], 18, metrics)] : []),
      ]
  }
  throw new TooMuchText(slide.id, table.alt, [...above, ...table.head, ...table.rows.flat(), below ?? ''])
}

const rowHeights = ({ head, rows, widths, named }: Table, size: number, metrics: Metrics): number[] =>
  [head, ...rows].map((cells, r) => {
    const lines = cells.map((text, c) =>
      metrics.lines(text, size, r === 0 || (named && c === 0), ((widths[c] ?? 0) * wideAt.w - 2 * cell.x) * slack),
    )
    return Math.max(...lines) * metrics.line(size) + 2 * cell.y
  })
