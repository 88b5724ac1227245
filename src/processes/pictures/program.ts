import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { mostPixels } from '../../domain/pictures/picture.ts'
import { exitCodes } from './redraw.ts'

/*
 * A program of its own (redraw.ts): a picture comes in, a JPEG goes out. Every reader of libvips is shut but three: others read SVG, PDF or
 * files of the machine (sharp.pixelplumbing.com, "block").
 */

sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.cache(false)
sharp.concurrency(1)

const [side = 0, most = 0] = process.argv.slice(2).map(Number)
const file = await buffer(process.stdin)
const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1, sequentialRead: true } as const

const { width, height } = await sharp(file, { ...options, limitInputPixels: false }).metadata()
if (width * height > mostPixels) process.exit(exitCodes.huge)

// Plain pixels in between: nothing of the file can go along, whatever kind of metadata there may be.
const { data, info } = await sharp(file, options)
  .autoOrient()
  .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  .flatten({ background: '#ffffff' })
  .toColourspace('srgb')
  .removeAlpha()
  .raw()
  .toBuffer({ resolveWithObject: true })

/** Until it has few enough bytes: less quality first, then fewer pixels. Noise, of which least can be left out, fits in the last. */
const tries = [
  { of: 1, quality: 82 },
  { of: 1, quality: 72 },
  { of: 1, quality: 60 },
  { of: 0.75, quality: 60 },
  { of: 0.5, quality: 50 },
  { of: 0.35, quality: 40 },
]
for (const { of, quality } of tries) {
  const jpeg = await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .resize({ width: Math.max(1, Math.round(info.width * of)) })
    .jpeg({ quality })
    .toBuffer()
  if (jpeg.length > most) continue
  process.stdout.write(jpeg)
  break
}
