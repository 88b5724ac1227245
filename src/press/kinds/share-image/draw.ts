import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderAsync } from '@resvg/resvg-js'
import { type ShareImage, type ShareImageData, shareImageSize } from './data.ts'
import layout from './layout.typ' with { type: 'text' }
import { sceneOf } from './scene.ts'

/** Packages and weights of the families below; their files are @expo-google-fonts/<package>/<weight>/…ttf. */
export const shareImageFonts = ['atkinson-hyperlegible-next', 'noto-sans', 'noto-sans-arabic', 'noto-sans-ethiopic'] as const

/** Families by the face of a page; what one lacks the next has. */
const families: Record<ShareImage['face'], readonly string[]> = {
  atkinson: ['Atkinson Hyperlegible Next', 'Noto Sans'],
  noto: ['Noto Sans'],
  arabic: ['Noto Sans Arabic', 'Noto Sans'],
  ethiopic: ['Noto Sans Ethiopic', 'Noto Sans'],
}

/** Draws share images as PNG. `fonts`: the files of all families, regular and bold. The same data give the same bytes. Rejects where Typst does. */
export const shareImageDrawer = (fonts: readonly Buffer[]): ((data: ShareImageData) => Promise<Buffer>) => {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts] }] })
  return async ({ image, palette }) => {
    const { ink, muted, edge } = palette
    const colours = { ink, muted, edge, pale: palette['sun-pale'] }
    const data = { ...image, ...shareImageSize, drawing: null, fonts: families[image.face], colours }
    const words = compiler.plainSvg({ mainFileContent: layout, inputs: { data: JSON.stringify(data) } })
    compiler.evictCache(10)
    const painted = await renderAsync(sceneOf(image, palette, words), {
      font: { loadSystemFonts: false },
      fitTo: { mode: 'width', value: shareImageSize.width },
    })
    return painted.asPng()
  }
}
