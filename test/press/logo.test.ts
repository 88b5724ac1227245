import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { heaviestLogo, longestSide } from '../../src/domain/training-provider/training-provider.ts'
import { readLogo } from '../../src/press/training-provider/logo.ts'
import { pngChunk as chunk, pngOf as png } from '../support/logo.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const picture = (width: number, height: number, background: string | { r: number; g: number; b: number; alpha: number } = '#005b4f') =>
  sharp({ create: { width, height, channels: 4, background } })

const logoOf = async (file: Uint8Array) => {
  const result = await readLogo(file)
  if ('fault' in result) throw new Error(result.fault)
  return result.logo
}

test('a PNG and a JPEG are drawn anew, bounded, upright, with nothing but their pixels', async () => {
  const secret = 'SECRET-OF-THE-CAMERA'
  const jpeg = await picture(3000, 1200)
    .jpeg()
    .withExif({ IFD0: { Copyright: secret } })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><!--${secret}--></x:xmpmeta>`)
    .toBuffer()
  expect(jpeg.includes(secret)).toBe(true)
  const logo = await logoOf(jpeg)
  expect([logo.width, logo.height]).toEqual([204, 450])
  const drawn = Buffer.from(logo.png, 'base64')
  expect(drawn.includes(secret)).toBe(false)
  const meta = await sharp(drawn).metadata()
  expect(meta).toMatchObject({ format: 'png', width: 204, height: 450, hasAlpha: false, space: 'srgb' })
  expect([meta.exif, meta.icc, meta.xmp, meta.iptc, meta.comments]).toEqual([undefined, undefined, undefined, undefined, undefined])
  const small = await logoOf(await picture(200, 100).png().toBuffer())
  expect([small.width, small.height]).toEqual([240, 140])
  expect(await logoOf(jpeg)).toEqual(logo)
})

test('what is white on nothing gets a dark ground; the rest a white one', async () => {
  const mark = (background: string) => ({ input: { create: { width: 80, height: 40, channels: 4 as const, background } } })
  const clear = picture(200, 100, { r: 0, g: 0, b: 0, alpha: 0 })
  const corner = async (file: Buffer) =>
    (
      await sharp(Buffer.from((await logoOf(file)).png, 'base64'))
        .extract({ left: 0, top: 0, width: 1, height: 1 })
        .raw()
        .toBuffer()
    )[0] === 0xff
      ? 'light'
      : 'dark'
  const on = async (background: string) =>
    corner(
      await clear
        .clone()
        .composite([mark(background)])
        .png()
        .toBuffer(),
    )
  expect(await on('#ffffff')).toBe('dark')
  expect(await on('#f4f1e8')).toBe('dark')
  expect(await on('#ffd34d')).toBe('light')
  expect(await on('#005b4f')).toBe('light')
  expect(await corner(await picture(200, 100, '#ffffff').png().toBuffer())).toBe('light')
})

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['heavy', () => Buffer.concat([signature, Buffer.alloc(heaviestLogo)])],
  ['svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')],
  ['svg', () => Buffer.from('\ufeff<?xml version="1.0"?>\n<svg/>')],
  ['svg', () => Buffer.from('  \n<!-- x --><svg/>')],
  ['gif', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
  ['type', () => Buffer.from('%PDF-1.7')],
  ['type', () => picture(40, 40).webp().toBuffer()],
  ['type', () => picture(40, 40).tiff().toBuffer()],
  ['type', () => Buffer.from('a name in words')],
  ['huge', () => png(longestSide + 1, 40, deflateSync(Buffer.alloc((longestSide + 2) * 40)))],
  ['huge', () => png(40, longestSide + 1, deflateSync(Buffer.alloc(41 * (longestSide + 1))))],
  ['small', () => picture(400, 3).png().toBuffer()],
  ['animated', () => png(40, 40, deflateSync(Buffer.alloc(41 * 40)), [chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))])],
  // 400 million pixels in 390 kB.
  ['huge', () => png(20_000, 20_000, deflateSync(Buffer.alloc(1000)))],
  ['small', () => picture(20, 10).png().toBuffer()],
  // It says that it is small, and unpacks to 50 MB.
  ['broken', () => png(64, 64, deflateSync(Buffer.alloc(50_000_000)).subarray(0, 40_000))],
  ['broken', async () => (await picture(400, 200).png().toBuffer()).subarray(0, 300)],
  [
    'broken',
    async () =>
      (
        await sharp({
          create: { width: 400, height: 200, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
        })
          .jpeg()
          .toBuffer()
      ).subarray(0, 9000),
  ],
  ['broken', () => signature],
  ['broken', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['broken', () => Buffer.concat([signature, Buffer.from('<svg/>')])],
] as [string, () => Buffer | Promise<Buffer>][])('refused: %s', async (fault, make) => {
  const began = performance.now()
  expect(await readLogo(await make())).toEqual({ fault })
  expect(performance.now() - began).toBeLessThan(3000)
})

test('whatever bytes come, it is a logo or a refusal', async () => {
  const whole = await picture(120, 60).png().toBuffer()
  const jpeg = await picture(120, 60).jpeg().toBuffer()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(whole, jpeg),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      async (file, changes, cut) => {
        const bytes = Buffer.from(file.subarray(0, cut % 3 ? file.length : cut % file.length))
        for (const [at, value] of changes) if (bytes.length) bytes[at % bytes.length] = value
        const result = await readLogo(bytes)
        if ('fault' in result) return
        expect(result.logo.width).toBeLessThanOrEqual(900)
        expect(result.logo.height).toBeLessThanOrEqual(450)
      },
    ),
    { numRuns: 150 },
  )
})
