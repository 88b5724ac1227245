import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderAsync } from '@resvg/resvg-js'
import { type Card, cardSize, type Drawn } from './card.ts'
import layout from './layout.typ' with { type: 'text' }
import { picture } from './picture.ts'

/** Packages and weights of the families below; their files are @expo-google-fonts/<package>/<weight>/…ttf. */
export const cardFonts = ['atkinson-hyperlegible-next', 'noto-sans', 'noto-sans-arabic', 'noto-sans-ethiopic'] as const

/** Families by the face of a page; what one lacks the next has. */
const families: Record<Card['face'], readonly string[]> = {
  atkinson: ['Atkinson Hyperlegible Next', 'Noto Sans'],
  noto: ['Noto Sans'],
  arabic: ['Noto Sans Arabic', 'Noto Sans'],
  ethiopic: ['Noto Sans Ethiopic', 'Noto Sans'],
}

/** Draws cards as PNG. `fonts`: the files of all families, regular and bold. The same card gives the same bytes. Rejects where Typst does. */
export const cardDrawer = (fonts: readonly Buffer[]): ((drawn: Drawn) => Promise<Buffer>) => {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts] }] })
  return async ({ card, palette }) => {
    const { ink, muted, edge } = palette
    const data = {
      ...card,
      ...cardSize,
      drawing: null,
      fonts: families[card.face],
      colours: { ink, muted, edge, pale: palette['sun-pale'] },
    }
    const words = compiler.plainSvg({ mainFileContent: layout, inputs: { card: JSON.stringify(data) } })
    compiler.evictCache(10)
    const image = await renderAsync(picture(card, palette, words), {
      font: { loadSystemFonts: false },
      fitTo: { mode: 'width', value: cardSize.width },
    })
    return image.asPng()
  }
}
