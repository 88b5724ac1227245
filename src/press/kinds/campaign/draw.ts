import { renderAsync } from '@resvg/resvg-js'
import sharp from 'sharp'
import type { Palette } from '../../../domain/brand/palette.ts'
import { holdToGlyphs, latin, textsIn } from '../../shared/glyphs.ts'
import { type Make, PressFault, type Tools } from '../../shared/kind.ts'
import { compilerFor, reasonOf } from '../../shared/paper/typesetter.ts'
import { docxOf } from '../../shared/word/docx.ts'
import { type Entry, zip } from '../../shared/zip.ts'
import type { CampaignData } from './data.ts'
import layout from './layout.typ' with { type: 'text' }
import type { Drawn } from './pictures.ts'
import { sceneOf } from './scene.ts'

/** Draws the pictures and packs them with the texts. */
export const make: Make<CampaignData> = async ({ id, data, date }, tools) => {
  const [fault] = data.faults
  if (fault)
    throw new PressFault(id, fault.why, {
      about: fault.about,
      instead: 'Shorten it, or use a shorter address for the site (WAYMARK_ORIGIN).',
    })
  // Typst and this check know the same families: the first two are the Latin ones.
  for (const { day, date: when, number, text, theme, boards, site } of data.pictures)
    holdToGlyphs(id, [day, when, number ?? '', text, theme ?? '', site, ...boards.map(({ name }) => name)], latin(tools.fonts))
  holdToGlyphs(id, textsIn(data.documents), latin(tools.fonts))
  const pictures: Entry[] = []
  for (const picture of data.pictures) pictures.push([picture.file, await drawn(id, picture, tools)])
  const documents: Entry[] = []
  for (const [file, text] of data.documents) documents.push([file, await docxOf(text)])
  return zip([...data.texts, ...documents, ...pictures], date)
}

const drawn = async (id: string, picture: Drawn, { fonts }: Tools): Promise<Uint8Array> => {
  const { drawing, frame, colours, file } = picture
  const compiler = compilerFor(fonts)
  let words: string
  try {
    words = compiler.plainSvg({ mainFileContent: layout, inputs: { data: JSON.stringify({ ...picture, drawing: null }) } })
  } catch (fault) {
    throw new PressFault(id, `${file}: ${reasonOf(fault)}`, { about: picture.text, instead: 'Shorten it.' })
  } finally {
    compiler.evictCache(0)
  }
  const image = await renderAsync(sceneOf(frame, colours as Palette, drawing, words), {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'width', value: frame.width },
  })
  // Nothing shines through, and flat colours need no filter: half the bytes of resvg's own PNG, in half the time.
  return sharp(image.pixels, { raw: { width: frame.width, height: frame.height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer()
}
