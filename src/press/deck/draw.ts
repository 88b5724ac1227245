import { type Make, PressFault } from '../kind.ts'
import { TooMuchText } from './compose.ts'
import type { Deck } from './deck.ts'
import { metricsOf } from './metrics.ts'
import { pptxOf } from './pptx.ts'

export const make: Make<Deck> = async ({ id, data }, { fonts: [regular, bold] }) => {
  if (!regular || !bold) throw new PressFault(id, 'no font to measure with')
  try {
    return await pptxOf(data, metricsOf({ regular, bold }))
  } catch (error) {
    throw error instanceof TooMuchText ? new PressFault(id, error.message) : error
  }
}
