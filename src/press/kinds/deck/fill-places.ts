import type { DeckSlide } from './deck.ts'
import { type Filled, firstOf, indent, type Paragraph, slack, TooMuchText, unbroken } from './drawn.ts'
import { layoutOf, layouts, leading, type Place } from './layouts.ts'
import type { Metrics } from './metrics.ts'

/** The places of a slide's layout with what stands in them. Throws TooMuchText. */
export const fillPlaces = (slide: DeckSlide, metrics: Metrics): Filled[] => {
  // The sentence to remember may be two: each has a line.
  const titles = slide.show === 'idea' ? slide.title.split(/(?<=[.!?]) /) : [slide.title]
  const texts: Record<string, Paragraph[]> = { title: titles.map((text) => ({ text, bold: true, mark: 'none' })), ...bodies(slide) }
  return alike(layouts[layoutOf(slide)].places.map((place) => fill(slide.id, place, texts[place.id] ?? [], metrics)))
}

/** Columns side by side have one size, and so have their titles: the smaller. */
const alike = (filled: readonly Filled[]): Filled[] => {
  const column = ({ place }: Filled) => place.id.replace(/^(left|right)/, '')
  return filled.map((one) => ({
    ...one,
    size: Math.min(...filled.filter((other) => column(other) === column(one)).map(({ size }) => size)),
  }))
}

const line = (text: string): Paragraph => ({ text: unbroken(text), bold: false, mark: 'place' })
const heavy = (text: string): Paragraph => ({ text: unbroken(text), bold: true, mark: 'none' })
/** Of two sentences or more the first is heavier: it is what stays. */
const led = (text: string): Paragraph => {
  const first = firstOf(text, /[.?!:]\s/)
  return first ? { lead: unbroken(first.lead), text: unbroken(first.rest), bold: false, mark: 'none' } : line(text)
}

const bodies = (slide: DeckSlide): Record<string, Paragraph[]> => {
  switch (slide.show) {
    case 'title':
      return { body: [line(slide.lead), line(slide.line)] }
    case 'points':
      return { body: slide.points.map(line) }
    case 'part':
    case 'idea':
    case 'spot':
      return { body: [line(slide.lead)] }
    case 'half':
      return { body: slide.paragraphs.map(led) }
    case 'columns': {
      const [left, right] = slide.columns
      return {
        'left-title': [heavy(left.title)],
        left: left.points.map(line),
        'right-title': [heavy(right.title)],
        right: right.points.map(line),
      }
    }
    case 'story':
      return { body: [line(slide.text)] }
    case 'picture':
      return { body: [line(slide.caption)] }
    case 'ask':
      return { body: [line(slide.facts), ...slide.questions.map(heavy)] }
    default:
      return {}
  }
}

/**
 * Largest size, in steps of one point, at which the paragraphs stand in their place; room between them is given up first. A title
 * that is almost as large on one line as on two stands on one.
 */
const fill = (slide: string, place: Place, paragraphs: Paragraph[], metrics: Metrics): Filled => {
  if (place.type === 'title')
    for (let size = place.size; size >= place.size * oneLine; size--)
      if (paragraphs.every(({ text }) => metrics.lines(text, size, true, place.w * slack) === 1))
        return { place, size, above: 0, paragraphs }
  for (let size = place.size; size >= place.least; size--)
    for (const above of [place.above, Math.min(place.above, tight)])
      if (heightOf({ ...place, above }, paragraphs, size, metrics) <= place.h) return { place, size, above, paragraphs }
  throw new TooMuchText(
    slide,
    place.id,
    paragraphs.map(({ text }) => text),
  )
}

/** The share of a title's size that it gives up to stand on one line. */
const oneLine = 0.82
/** Points between paragraphs where there is little room. */
const tight = 10

/** Inches that the paragraphs take in their place. */
const heightOf = (place: Place, paragraphs: readonly Paragraph[], size: number, metrics: Metrics): number =>
  paragraphs.reduce((sum, { lead, text, bold, mark }, n) => {
    const marked = mark === 'place' && place.marks === 'discs'
    const said = lead ? `${lead} ${text}` : text
    const lines = metrics.lines(said, size, bold || place.bold || lead !== undefined, (place.w - (marked ? indent : 0)) * slack)
    return sum + lines * metrics.line(size) * leading + (n ? place.above / 72 : 0)
  }, 0)
