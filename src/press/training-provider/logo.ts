import {
  heaviestLogo,
  type Logo,
  type LogoFault,
  leastPixels,
  longestSide,
  mostPixels,
} from '../../domain/training-provider/training-provider.ts'

/** Into which it is drawn anew: sharp on a projector, light in a file. */
const within = { width: 860, height: 410 }
/** Pixels of ground around it. */
const margin = 20

/**
 * Draws a PNG or JPEG anew, at most 900 by 450 pixels with its ground: nothing of the file is left but what can be seen (no EXIF, no colour profile,
 * no text). Everything else is refused by name. Never throws for the file's sake.
 */
export const readLogo = async (file: Uint8Array): Promise<{ logo: Logo } | { fault: LogoFault }> => {
  const fault = kindFault(file)
  if (fault) return { fault }
  const sharp = await reader()
  const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1, sequentialRead: true } as const
  try {
    const { width, height } = await sharp(file, { ...options, limitInputPixels: false }).metadata()
    if (width * height > mostPixels || Math.max(width, height) > longestSide) return { fault: 'huge' }
    if (Math.min(width, height) < leastPixels) return { fault: 'small' }
    const { data, info } = await sharp(file, options)
      .autoOrient()
      .resize({ ...within, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const background = groundFor(data)
    const drawn = await sharp(data, { raw: info })
      .flatten({ background })
      .extend({ top: margin, bottom: margin, left: margin, right: margin, background })
      .png({ compressionLevel: 9 })
      .toBuffer()
    return { logo: { png: drawn.toString('base64'), width: info.width + 2 * margin, height: info.height + 2 * margin } }
  } catch {
    return { fault: 'broken' }
  }
}

/** What stands behind it, so that it stands out on any colour of a slide: white, but for a logo that is white on nothing. */
const groundFor = (pixels: Buffer): string => {
  let [seen, bright] = [0, 0]
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue
    seen += 1
    if (Math.min(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0) > 215) bright += 1
  }
  const clear = pixels.length / 4 - seen
  return clear > pixels.length / 40 && bright > seen * 0.9 ? '#1d1d1b' : '#ffffff'
}

/**
 * libvips, with every reader but those of PNG and JPEG shut: others read SVG, PDF or files of the machine
 * (sharp.pixelplumbing.com, "block"). Loaded when a logo is there to be read.
 */
const reader = async () => {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** What is wrong with a file by its first bytes and its length, never by its name; null where it may be a PNG or JPEG. */
export const kindFault = (file: Uint8Array): LogoFault | null => {
  if (!file.length) return 'empty'
  if (file.length > heaviestLogo) return 'heavy'
  const begins = (...bytes: number[]) => bytes.every((byte, at) => file[at] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return moves(file) ? 'animated' : null
  if (begins(0xff, 0xd8, 0xff)) return null
  if (begins(0x47, 0x49, 0x46, 0x38)) return 'gif'
  const head = new TextDecoder('latin1').decode(file.subarray(0, 1000))
  return /^(?:[^<]{0,10}\s*<(?:\?xml|svg|!--|!doctype svg))/i.test(head) ? 'svg' : 'type'
}

/** An animated PNG has a chunk `acTL` before its pixels (PNG Third Edition, 11.3.6.1). */
const moves = (file: Uint8Array): boolean => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (let at = 8; at + 8 <= file.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8))
    if (name === 'acTL') return true
    if (name === 'IDAT') return false
  }
  return false
}
