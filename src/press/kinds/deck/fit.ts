import { type Free, insetsOf, slack, TooMuchText } from './drawn.ts'
import { leading } from './layouts.ts'
import type { Metrics } from './metrics.ts'

/** Inches that a line of its words may take. */
const roomOf = (free: Free): number => {
  const [left, right] = insetsOf(free)
  return (free.w - left - right - (free.shape === 'homePlate' ? free.h / 4 : 0)) * slack
}

/** Inches that the words of a box take in height. */
export const heightOfWords = (free: Free, size: number, metrics: Metrics): number => {
  const { text, lead, bold } = free
  const room = roomOf(free)
  const line = metrics.line(size) * leading
  if (lead?.above) return line * (metrics.lines(lead.text, size, true, room) + (text ? metrics.lines(text, size, bold, room) : 0))
  return line * metrics.lines(lead ? `${lead.text} ${text}` : text, size, bold || lead !== null, room)
}

/** Boxes alike, at the one size, from their own down to `least`, at which all their words fit. Throws TooMuchText. */
export const fitted = (slide: string, frees: readonly Free[], least: number, metrics: Metrics): Free[] => {
  const fits = (free: Free, size: number): boolean =>
    heightOfWords(free, size, metrics) <= free.h + 0.001 &&
    (free.text + (free.lead?.text ?? ''))
      .split(/\s+/)
      .every((word) => metrics.width(word, size, free.bold || free.lead !== null) <= roomOf(free))
  for (let size = Math.max(0, ...frees.map((free) => free.size)); size >= least; size--)
    if (frees.every((free) => fits(free, Math.min(size, free.size))))
      return frees.map((free) => ({ ...free, size: Math.min(size, free.size) }))
  const tight = frees.find((free) => !fits(free, least))
  if (!tight) return [...frees]
  throw new TooMuchText(
    slide,
    tight.name,
    frees.map(({ text, lead }) => `${lead?.text ?? ''} ${text}`.trim()),
  )
}
