import type { Cobranded, CobrandedLogo } from '../../shared/course/cobranded.ts'
import { type Free, slack, TooMuchText, words } from './drawn.ts'
import { type Box, cobrandedAt } from './layouts.ts'
import type { Metrics } from './metrics.ts'

/** The training provider's name beside the mark, as large as it fits. Throws TooMuchText. */
export const providerName = ({ line }: Cobranded, slide: string, metrics: Metrics): Free => {
  const { x, y, w, h } = cobrandedAt.name
  for (let size = 26; size >= 16; size--) {
    const high = metrics.lines(line, size, true, w * slack) * metrics.line(size)
    if (high > h) continue
    const box = { x, y: y + (h - high) / 2, w, h: high }
    return words(box, line, size, 'ink', true, { name: 'Organisation' })
  }
  throw new TooMuchText(slide, line, [line])
}

/** As large as its place holds, in its own shape, at the right edge. */
export const logoAt = (logo: CobrandedLogo): Box & CobrandedLogo => {
  const { x, y, w, h } = cobrandedAt.logo
  const scale = Math.min(w / logo.width, h / logo.height)
  const [wide, high] = [logo.width * scale, logo.height * scale]
  return { ...logo, x: x + w - wide, y, w: wide, h: high }
}
