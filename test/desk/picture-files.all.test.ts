import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { takePicture } from '../../src/commands/pictures/take-picture.ts'
import { heaviestPicture, keptSide } from '../../src/domain/pictures/picture.ts'
import { redraw } from '../../src/processes/pictures/redraw.ts'
import { mostSealed } from '../../src/store/seal/envelope.ts'

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#346' }, limitInputPixels: false })
const noise = (width: number, height: number) => sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

const taken = async (file: Uint8Array): Promise<Buffer> => {
  const read = await takePicture(redraw, file)
  if ('fault' in read) throw new Error(read.fault)
  return Buffer.from(read.jpeg)
}

/** The segments of a JPEG before its pixels, by their markers (ITU-T T.81, B.1.1.3). */
const markersOf = (jpeg: Buffer): string[] => {
  const found: string[] = []
  for (let at = 2; at + 4 < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2))
    found.push((jpeg[at + 1] ?? 0).toString(16))
  return found
}

const telling = {
  IFD0: { Copyright: 'Zebediah Quillfeather', Make: 'Telltale', Model: 'Phone of Q' },
  IFD2: { DateTimeOriginal: '2026:11:01 02:00:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 39/1 22/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 23/1 45/1' },
}
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">Quillfeather</rdf:RDF></x:xmpmeta>'

test.each(['jpeg', 'png', 'webp'] as const)(
  'of a %s with place, time, maker, colour profile and XMP, only what can be seen is left',
  async (format) => {
    const sent = await flat(300, 200).withExif(telling).withXmp(xmp).withIccProfile('p3')[format]().toBuffer()
    const before = await sharp(sent).metadata()
    // The check can fail: all of it was there.
    expect([before.exif, before.icc, before.xmp].map(Boolean)).toEqual([true, true, true])
    expect(sent.includes('Quillfeather')).toBe(true)
    const jpeg = await taken(sent)
    const after = await sharp(jpeg).metadata()
    expect(after).toMatchObject({ format: 'jpeg', width: 300, height: 200, space: 'srgb' })
    expect([after.exif, after.icc, after.xmp, after.iptc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    // Tables of the coding alone: no application data, no comment.
    expect(markersOf(jpeg).filter((marker) => !/^(?:c0|c2|c4|db|dd)$/.test(marker) && marker !== 'e0')).toEqual([])
    for (const word of ['Quillfeather', 'Telltale', 'Exif', 'adobe', 'ICC', '2026']) expect(jpeg.includes(word), word).toBe(false)
  },
)

test('a picture stands upright without the tag that turned it', async () => {
  const sent = await flat(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await sharp(await taken(sent)).metadata()).toMatchObject({ width: 200, height: 300 })
})

test('whatever hides behind or inside a picture is not in what is kept', async () => {
  const jpeg = await flat(40, 40).jpeg().toBuffer()
  const comment = Buffer.from('<script>alert(1)</script>')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  const polyglot = Buffer.concat([
    ...[jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, comment],
    ...[jpeg.subarray(2), Buffer.from('PK\u0003\u0004 a zip behind it')],
  ])
  const kept = await taken(polyglot)
  expect(kept.includes('script')).toBe(false)
  expect(kept.includes('a zip')).toBe(false)
})

test('what is largest, and has most in it, fits into what is sealed at once', async () => {
  for (const sent of [
    await noise(3000, 2400).jpeg({ quality: 40 }).toBuffer(),
    await noise(1900, 1900).png({ compressionLevel: 0 }).toBuffer(),
  ]) {
    expect(sent.length).toBeLessThan(heaviestPicture)
    const kept = await taken(sent)
    expect(kept.length).toBeLessThanOrEqual(mostSealed)
    const { width, height } = await sharp(kept).metadata()
    expect(Math.max(width, height)).toBeLessThanOrEqual(keptSide)
  }
})

/** A PNG that says it is as large as that, with few bytes. */
const pngOf = (width: number, height: number): Buffer => {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(name), data])))
    return Buffer.concat([length, Buffer.from(name), data, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(100_000))), chunk('IEND', Buffer.alloc(0))])
}

const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), randomBytes(5000)])

test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
  ['nothing', () => new Uint8Array(), 'empty'],
  ['more bytes than are taken', () => Buffer.alloc(heaviestPicture + 1, 0xff), 'heavy'],
  ['an SVG, whatever its name', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="other.png"/></svg>'), 'type'],
  ['a GIF', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'type'],
  ['a TIFF', async () => flat(10, 10).tiff().toBuffer(), 'type'],
  ['an AVIF', async () => flat(16, 16).avif().toBuffer(), 'type'],
  ['a PDF', () => Buffer.from('%PDF-1.7'), 'type'],
  ['HEIC as phones make it', () => heic, 'heic'],
  ['a bomb of 400 million pixels', () => pngOf(20_000, 20_000), 'huge'],
  ['a PNG that says it is far larger than it is', () => pngOf(2_000_000_000, 2_000_000_000), 'broken'],
  [
    'an SVG behind the first bytes of a PNG',
    () => Buffer.from('\x89PNG\r\n\x1a\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'latin1'),
    'broken',
  ],
  ['a JPEG cut short', async () => (await noise(800, 800).jpeg().toBuffer()).subarray(0, 40_000), 'broken'],
])('%s is refused by name', async (_, file, fault) => {
  expect(await takePicture(redraw, await file())).toEqual({ fault })
})

test('random bytes behind the beginning of a picture are a picture or refused, and never more', async () => {
  const beginnings = [
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    Buffer.from('RIFF\x00\x01\x00\x00WEBPVP8 ', 'latin1'),
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }), async (beginning, rest) => {
      const read = await takePicture(redraw, Buffer.concat([beginning, rest]))
      expect('jpeg' in read || read.fault === 'broken' || read.fault === 'huge').toBe(true)
    }),
    { numRuns: 12 },
  )
})

test('many bits changed in a real picture give a picture or a refusal', async () => {
  const real = await Promise.all([noise(200, 150).jpeg().toBuffer(), flat(200, 150).png().toBuffer(), noise(200, 150).webp().toBuffer()])
  for (const file of real)
    for (let round = 0; round < 4; round += 1) {
      const changed = Buffer.from(file)
      for (let bit = 0; bit < 8; bit += 1) {
        const at = 20 + ((round * 131 + bit * 977) % (changed.length - 20))
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      }
      const read = await takePicture(redraw, changed)
      if ('jpeg' in read) expect((await sharp(read.jpeg).metadata()).format).toBe('jpeg')
      else expect(['broken', 'huge']).toContain(read.fault)
    }
})
