import { logoAt, providerName } from './cobranded.ts'
import type { Deck, DeckSlide } from './deck.ts'
import type { Drawn } from './drawn.ts'
import { fillPlaces } from './fill-places.ts'
import { boardsAt, layoutOf, rowAt, storyDrawing, titleDrawing, wideAt } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { placeBoards } from './place-boards.ts'
import { note, placeTable } from './place-table.ts'

/** Where everything of a deck stands, and how large. Throws TooMuchText. */
export const compose = (deck: Deck, metrics: Metrics): Drawn[] => deck.slides.map((slide) => composeSlide(slide, metrics, deck.cobranded))

const composeSlide = (slide: DeckSlide, metrics: Metrics, cobranded: Deck['cobranded']): Drawn => {
  const wide = slide.show === 'table' ? placeTable(slide, metrics) : { free: [], table: null }
  return {
    id: slide.id,
    layout: layoutOf(slide),
    filled: fillPlaces(slide, metrics),
    free: [
      ...(slide.show === 'title' && cobranded ? [providerName(cobranded, slide.id, metrics)] : []),
      ...wide.free,
      ...(slide.show === 'boards' || slide.show === 'end' ? placeBoards(slide, metrics) : []),
      ...(slide.show === 'chart' ? [note(slide.below, wideAt.y + wideAt.h - 0.8)] : []),
    ],
    picture: pictureOf(slide),
    logo: slide.show === 'title' && cobranded?.logo ? logoAt(cobranded.logo) : null,
    table: wide.table,
    chart: slide.show === 'chart' ? { ...wideAt, h: wideAt.h - 0.9, ...slide } : null,
    notes: slide.notes,
    hidden: slide.hidden === true,
  }
}

const pictureOf = (slide: DeckSlide): Drawn['picture'] => {
  switch (slide.show) {
    case 'title':
      return { ...titleDrawing, drawing: slide.drawing, alt: slide.alt }
    case 'story':
    case 'picture':
      return { ...storyDrawing, drawing: slide.drawing, alt: slide.alt }
    case 'boards':
    case 'end':
      return { ...(slide.show === 'end' ? rowAt : boardsAt).code, drawing: slide.link.drawing, alt: slide.link.alt }
    default:
      return null
  }
}
