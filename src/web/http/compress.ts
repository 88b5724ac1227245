import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

/** Types that grow smaller; fonts and pictures are compressed by themselves. */
export const textual = /^(?:text\/|application\/(?:json|xml|atom\+xml)|image\/svg)/

const brotli = (quality: number, size: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size },
})

/** The two forms that browsers take. */
export type Encoding = 'br' | 'gzip'

/** `forever`: worth the longest search, since it is done once. */
export const compressedNow = (bytes: Buffer, encoding: Encoding, forever: boolean): Buffer =>
  encoding === 'gzip' ? gzipSync(bytes, { level: 9 }) : brotliCompressSync(bytes, brotli(forever ? 11 : 9, bytes.length))

/**
 * One page for one reader while they wait: by this search brotli is as quick as gzip is, and a twentieth smaller. No page is longer than
 * its window of 128 KB by much, and it takes no more memory than it needs.
 */
export const briefly = (text: string): Buffer =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 17 } })

/** Both, by the longest search, beside other work. */
export const compressed = async (bytes: Buffer): Promise<{ gzip: Buffer; br: Buffer }> => {
  const [zipped, br] = await Promise.all([promisify(gzip)(bytes, { level: 9 }), promisify(brotliCompress)(bytes, brotli(11, bytes.length))])
  return { gzip: zipped, br }
}
