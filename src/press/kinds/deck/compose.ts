import { logoAt, providerName } from './cobranded.ts'
import type { Deck, DeckSlide } from './deck.ts'
import type { Drawn, Thing } from './drawn.ts'
import { fillPlaces } from './fill-places.ts'
import { boardsAt, layoutOf, rowAt } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { placeBoards } from './place-boards.ts'
import { placeChart, placeDiagram, placeNumber, placePart, placeRoads, placeScale } from './place-drawn.ts'
import { placeCase, placeChoice, placeDanger, placeEnd, placeRules, placeSteps, placeTiles } from './place-lists.ts'
import { behindOf, picture, placeBeside, placeMark, placeSpot, placeSpotted, placeTalk, type Ratio } from './place-pictures.ts'
import { placeTable } from './place-table.ts'

/** Where everything of a deck stands, and how large. Throws TooMuchText. */
export const compose = (deck: Deck, metrics: Metrics): Drawn[] => {
  const ratio: Ratio = (drawing) => {
    const [, , w = 4, h = 3] = (/viewBox="([^"]+)"/.exec(deck.drawings[drawing] ?? '')?.[1] ?? '').split(/[\s,]+/).map(Number)
    return w / h || 4 / 3
  }
  return deck.slides.map((slide) => ({
    id: slide.id,
    layout: layoutOf(slide),
    filled: fillPlaces(slide, metrics),
    behind: behindOf(slide, ratio),
    things: thingsOf(slide, metrics, ratio, deck.cobranded),
    notes: slide.notes,
    hidden: slide.hidden === true,
  }))
}

const thingsOf = (slide: DeckSlide, metrics: Metrics, ratio: Ratio, cobranded: Deck['cobranded']): Thing[] => {
  switch (slide.show) {
    case 'title':
      return [
        ...placeMark(),
        ...(cobranded ? [providerName(cobranded, slide.id, metrics)] : []),
        ...(cobranded?.logo ? [{ as: 'logo' as const, logo: cobranded.logo, ...logoAt(cobranded.logo) }] : []),
      ]
    case 'part':
      return placePart(slide, metrics)
    case 'beside':
      return placeBeside(slide, metrics)
    case 'tiles':
      return placeTiles(slide, metrics, ratio)
    case 'spot':
      return placeSpot(slide, metrics)
    case 'spotted':
      return placeSpotted(slide, metrics)
    case 'diagram':
      return placeDiagram(slide, metrics, ratio)
    case 'scale':
      return placeScale(slide, metrics)
    case 'number':
      return placeNumber(slide, metrics, ratio)
    case 'danger':
      return placeDanger(slide, metrics)
    case 'rules':
      return placeRules(slide, metrics)
    case 'steps':
      return placeSteps(slide, metrics)
    case 'talk':
      return placeTalk(slide, metrics)
    case 'roads':
      return placeRoads(slide, metrics)
    case 'case':
      return placeCase(slide, metrics)
    case 'choice':
      return placeChoice(slide, metrics)
    case 'table':
      return placeTable(slide, metrics)
    case 'chart':
      return placeChart(slide, metrics)
    case 'boards':
      return [...placeBoards(slide, metrics), picture(slide.link, boardsAt.code)]
    case 'end':
      return slide.picture ? placeEnd(slide, metrics) : [...placeBoards(slide, metrics), picture(slide.link, rowAt.code)]
    default:
      return []
  }
}
