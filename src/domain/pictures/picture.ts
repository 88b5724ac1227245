/** How many pictures may come with one report, and bytes of each: a phone's own are of 2 to 8 MB. */
export const mostPictures = 4
export const heaviestPicture = 12 * 1024 * 1024
/** Pixels of the largest that is opened: the largest of usual phones has 50 million. */
export const mostPixels = 64_000_000

/** What is kept: its longest side, in pixels. */
export const keptSide = 2000
/** The longest side of what the desk shows. */
export const shownSide = 1200

/**
 * Why a picture is not taken. `heic`: as some phones keep theirs. `type`: no picture of ours, whatever its name says. `huge`: more pixels than
 * are opened. `broken`: it cannot be read to its end.
 */
export type PictureFault = 'empty' | 'heavy' | 'heic' | 'type' | 'huge' | 'broken'

/** Brands of HEIF that hold HEVC (ISO/IEC 23008-12, annex B), and those that may hold it. */
const heicBrands = /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/

/** What is wrong with a file by its first bytes and its length, never by its name or its type; null where it may be a JPEG, PNG or WebP. */
export const pictureFault = (file: Uint8Array): PictureFault | null => {
  if (!file.length) return 'empty'
  if (file.length > heaviestPicture) return 'heavy'
  const begins = (...bytes: number[]): boolean => bytes.every((byte, at) => file[at] === byte)
  const text = (from: number, to: number): string => String.fromCharCode(...file.subarray(from, to))
  if (begins(0xff, 0xd8, 0xff)) return null
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return null
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return null
  return text(4, 8) === 'ftyp' && heicBrands.test(text(8, 12)) ? 'heic' : 'type'
}

/** Draws a JPEG, PNG or WebP anew as a JPEG of which nothing is left but what can be seen: its longest side in pixels at most, and bytes at most. */
export type Redraw = (
  file: Uint8Array,
  to: { side: number; bytes: number },
) => Promise<{ jpeg: Buffer } | { fault: Extract<PictureFault, 'huge' | 'broken'> }>
