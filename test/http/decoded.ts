import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** A body as it was before it was compressed for the wire. */
export const decoded = (bytes: Buffer, encoding: string | undefined): Buffer => {
  if (encoding === undefined) return bytes
  if (encoding === 'br') return brotliDecompressSync(bytes)
  if (encoding === 'gzip') return gunzipSync(bytes)
  throw new Error(`content-encoding ${encoding}`)
}
