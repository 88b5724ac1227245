import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize } from 'node:v8'
import type { Pack } from '../src/content/pack.ts'
import { paletteOf } from '../src/domain/brand/palette.ts'
import type { ShareImageData } from '../src/press/kinds/share-image/data.ts'
import { shareImageDrawer, shareImageFonts } from '../src/press/kinds/share-image/draw.ts'
import { shareImagesOf } from '../src/web/public/share-images.ts'
import { publicSite } from '../src/web/public/site.ts'

/** Run as a bundle in the folder of a build (tools/share-images.ts), which lies in the root: draws the share images of each pack that it keeps. */
const out = dirname(fileURLToPath(import.meta.url))
const root = dirname(out)
const cache = join(root, 'node_modules/.cache/waymark-share-images')
const modules = join(root, 'node_modules')

/** All that a share image looks like besides its words: how it is drawn, by what, and in which letters. */
const look = createHash('sha256')
for (const file of readdirSync(join(root, 'src/press/kinds/share-image')).sort())
  look.update(readFileSync(join(root, 'src/press/kinds/share-image', file)))
for (const name of [
  '@myriaddreamin/typst-ts-node-compiler',
  '@resvg/resvg-js',
  ...shareImageFonts.map((font) => `@expo-google-fonts/${font}`),
])
  look.update(JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version)
const lookHash = look.digest('hex')

const fontFiles = (): Buffer[] =>
  shareImageFonts.flatMap((font) =>
    ['400Regular', '700Bold'].map((weight) => {
      const folder = join(modules, '@expo-google-fonts', font, weight)
      return readFileSync(join(folder, readdirSync(folder).find((file) => file.endsWith('.ttf')) ?? ''))
    }),
  )
let drawer: ReturnType<typeof shareImageDrawer> | undefined

/** One drawn before is taken from beside the installed packages, where it lies by the hash of what it is made of. */
const keep = async (drawn: ShareImageData, folder: string): Promise<string> => {
  const name = createHash('sha256').update(lookHash).update(JSON.stringify(drawn)).digest('hex').slice(0, 24)
  const kept = join(cache, `${name}.png`)
  if (!existsSync(kept)) {
    drawer ??= shareImageDrawer(fontFiles())
    const unfinished = `${kept}.${process.pid}`
    writeFileSync(unfinished, await drawer(drawn))
    renameSync(unfinished, kept)
  }
  copyFileSync(kept, join(folder, `${name}.png`))
  return name
}

mkdirSync(cache, { recursive: true })
for (const id of readdirSync(join(out, 'packs'))) {
  const pack = deserialize(readFileSync(join(out, 'packs', id))) as Pack
  // Nobody shares pages of a county that there is not.
  if (pack.partnership.made_up) continue
  const locale = publicSite({ pack, assets: { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' }, origin: '' })
  const folder = join(out, 'share-images', id)
  mkdirSync(folder, { recursive: true })
  const index: Record<string, string> = {}
  const waiting = [...shareImagesOf(locale)]
  // Two at a time: one is painted while the words of the next are set.
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      index[next[0]] = await keep({ image: next[1], palette: paletteOf(pack.brand) }, folder)
  }
  await Promise.all([lane(), lane()])
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
}
