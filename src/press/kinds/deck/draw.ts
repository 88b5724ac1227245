import { holdToGlyphs, latin, textsIn } from '../../shared/glyphs.ts'
import { type Make, PressFault } from '../../shared/kind.ts'
import type { Deck } from './deck.ts'
import { TooMuchText } from './drawn.ts'
import { metricsOf } from './metrics.ts'
import { pptxOf } from './pptx.ts'

export const make: Make<Deck> = async ({ id, data }, { fonts }) => {
  const [regular, bold] = fonts
  if (!regular || !bold) throw new PressFault(id, 'no font to measure with')
  holdToGlyphs(id, textsIn(data), latin(fonts))
  try {
    return await pptxOf(data, metricsOf({ regular, bold }))
  } catch (error) {
    if (!(error instanceof TooMuchText)) throw error
    throw new PressFault(id, error.message, { about: error.text, instead: 'Shorten it, or split it between two slides.' })
  }
}
