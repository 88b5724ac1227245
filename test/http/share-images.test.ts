import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Blob, Face } from 'harfbuzzjs'
import { beforeAll, expect, test } from 'vitest'
import { paletteOf } from '../../src/domain/brand/palette.ts'
import type { ShareImage } from '../../src/press/kinds/share-image/data.ts'
import { shareImageDrawer, shareImageFonts } from '../../src/press/kinds/share-image/draw.ts'
import { renderContext } from '../../src/web/context/render-context.ts'
import { pagesOf, partsOf } from '../../src/web/public/pages-of.ts'
import { shareImagesOf } from '../../src/web/public/share-images.ts'
import { lacking } from '../support/letters.ts'
import { elementsOf, metaOf } from './html.ts'
import { ask, publicPaths, withServer } from './support.ts'

const running = withServer()
let images = new Map<string, ShareImage>()
beforeAll(() => {
  images = shareImagesOf(running().locale)
})
const shareImageOf = (path: string): ShareImage => {
  const image = images.get(path)
  if (!image) throw new Error(`no image of ${path}`)
  return image
}

const fonts = shareImageFonts.map((family) => {
  const folder = fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/${family}`, import.meta.url))
  const file = (weight: string) => {
    const inner = join(folder, weight)
    return readFileSync(join(inner, readdirSync(inner).find((name) => name.endsWith('.ttf')) ?? ''))
  }
  return { family, files: [file('400Regular'), file('700Bold')] }
})

/** Width and height of a PNG, in pixels: the first chunk after its eight bytes (PNG, 11.2.2). */
const sizeOf = (bytes: Buffer): [number, number] => {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error('no PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

test('every page names its picture, which is there, of the size that networks ask for, and may be kept for ever', async () => {
  const { port, locale } = running()
  const seen = new Set<string>()
  for (const path of publicPaths(running())) {
    const page = elementsOf((await ask(port, path)).text)
    const { origin, pathname } = new URL(metaOf(page, 'og:image') ?? '', 'none:')
    expect([path, origin]).toEqual([path, locale.site.publishing.origin])
    seen.add(pathname)
    const { status, headers, bytes } = await ask(port, pathname)
    expect([path, status, headers['content-type'], sizeOf(bytes)]).toEqual([path, 200, 'image/png', [1200, 630]])
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(bytes.length).toBeLessThan(150_000)
    expect(metaOf(page, 'twitter:card')).toBe('summary_large_image')
    for (const name of ['og:title', 'og:type', 'og:url', 'og:description', 'og:site_name'])
      expect([path, name, metaOf(page, name)]).toEqual([path, name, expect.stringMatching(/\S/)])
    // The words of the picture, for who does not see it.
    expect(metaOf(page, 'og:image:alt')).toContain(shareImageOf(path).title)
  }
  expect(seen.size).toBe(publicPaths(running()).length)
})

test('no letter of a share image lacks its shape', () => {
  const shapes = fonts.flatMap(({ family, files }) =>
    files.map((file) => ({ family, letters: new Set(new Face(new Blob(file)).collectUnicodes()) })),
  )
  const of = (face: ShareImage['face']) =>
    shapes.filter(({ family }) =>
      [
        { atkinson: 'atkinson-hyperlegible-next', noto: 'noto-sans', arabic: 'noto-sans-arabic', ethiopic: 'noto-sans-ethiopic' }[face],
        'noto-sans',
      ].includes(family),
    )
  for (const [path, { face, title, site, area, demonstration, draft }] of images) {
    // Each weight by itself: the title is bold, the line at the foot is not.
    const [regular, bold] = [0, 1].map((weight) =>
      of(face)
        .filter((_, index) => index % 2 === weight)
        .map(({ letters }) => letters),
    )
    expect([
      path,
      lacking(`${title}${site}${draft ?? ''}`, bold ?? []),
      lacking(`${area}${demonstration?.own ?? ''}${demonstration?.english}`, regular ?? []),
    ]).toEqual([path, [], []])
  }
  expect(
    lacking(
      'a字',
      of('arabic').map(({ letters }) => letters),
    ),
  ).toEqual(['字'])
})

test('the same data are the same picture, to the byte; another title gives another', async () => {
  const palette = paletteOf(running().locale.pack.brand)
  const files = fonts.flatMap((font) => font.files)
  for (const path of ['/sectors/hotel', '/ar/get-help']) {
    const [image, drawn] = [shareImageOf(path), running().locale.site.shareImages.get(path)?.read()]
    expect((await shareImageDrawer(files)({ image, palette })).equals(drawn ?? Buffer.alloc(0))).toBe(true)
    expect(
      (await shareImageDrawer(files)({ image: { ...image, title: `${image.title}.` }, palette })).equals(drawn ?? Buffer.alloc(0)),
    ).toBe(false)
  }
})

test('a share image in a chat gives nothing away where the page’s title does not', async () => {
  const { locale } = running()
  const { pack, t } = locale
  const harmless = [...pagesOf(locale)]
    .filter(([, page]) => partsOf(page, renderContext(locale, locale.site.clock())).harmless)
    .map(([path]) => path)
  const least = ['/get-help', '/report', '/support', '/your-safety', ...pack.translations.map(({ language }) => `/${language.id}/get-help`)]
  expect(harmless).toEqual(expect.arrayContaining(least))
  for (const path of harmless) {
    const { title, site: name, area, demonstration, draft } = shareImageOf(path)
    const page = elementsOf((await ask(running().port, path)).text)
    const shown = [
      title,
      name,
      area,
      demonstration?.own,
      demonstration?.english,
      draft,
      metaOf(page, 'og:site_name'),
      metaOf(page, 'og:description'),
      metaOf(page, 'og:image:alt'),
    ]
    expect([path, shown.join(' ')]).toEqual([path, expect.not.stringMatching(/slave|traffick|exploit|victim/i)])
    expect(metaOf(page, 'og:site_name')).toBe(pack.brand.name)
    if (path === '/get-help') expect(title).toBe(pack.pages.get('get-help')?.history_title)
    expect(demonstration?.english).toBe(t('card.demonstration'))
  }
})

test('a translation that nobody has checked says so on its share image, in English', () => {
  const { pack, t } = running().locale
  for (const { language } of pack.translations) expect(shareImageOf(`/${language.id}/get-help`).draft).toBe(t('card.draft'))
  expect(shareImageOf('/get-help').draft).toBeNull()
})
