import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A page whose slots are filled: its bytes as they are, and compressed. */
export type FilledTemplate = { plain: () => Buffer; gzip: () => Buffer }

/** A page made beforehand but for one slot or several, with all between them already compressed. */
export type PageTemplate = { fill(...texts: readonly string[]): FilledTemplate }

/** Marks the slot of a page. No text of a page holds it: a pack with U+FFFC is refused (content/hidden.ts), and what a reader typed is put in later. */
export const slot = '\ufffc'

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])

/**
 * Cuts a page at its slots. A gzip answer is then the compressed pieces with what fills the slots between them as stored blocks
 * (RFC 1951 3.2.4): a deflate stream may change its mode at any block, so nothing is compressed a second time. `deflate` compresses
 * what fills the slots too: it takes a moment, and saves bytes where that is long.
 */
export const pageTemplate = (page: string, { deflate = false } = {}): PageTemplate => {
  const pieces = page.split(slot).map((text) => Buffer.from(text))
  const [first, ...rest] = pieces
  if (!first || !rest.length) throw new Error('the page has no slot')
  const packed = pieces.map((bytes, at) =>
    deflateRawSync(bytes, at < rest.length ? { level: 9, finishFlush: constants.Z_SYNC_FLUSH } : { level: 9 }),
  )
  const crcFirst = crc32(first)
  const through = rest.map(crcThrough)
  const pack = (bytes: Buffer): Buffer[] => (deflate ? [deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })] : stored(bytes))
  return {
    fill: (...texts) => {
      const middles = rest.map((_, at) => Buffer.from(texts[at] ?? ''))
      return {
        plain: () => Buffer.concat([first, ...rest.flatMap((bytes, at) => [middles[at] ?? first, bytes])]),
        gzip: () => {
          const end = Buffer.alloc(8)
          const crc = through.reduce((so, go, at) => go(crc32(middles[at] ?? '', so)), crcFirst)
          end.writeUInt32LE(crc, 0)
          end.writeUInt32LE([...pieces, ...middles].reduce((sum, bytes) => sum + bytes.length, 0) >>> 0, 4)
          return Buffer.concat([
            gzipHead,
            ...packed.flatMap((bytes, at) => (at < rest.length ? [bytes, ...pack(middles[at] ?? first)] : [bytes])),
            end,
          ])
        },
      }
    },
  }
}

/**
 * CRC-32 of what came before, going on through `bytes`, without looking at them again. It is linear over bits: what `bytes`
 * make of any start follows from what they make of each single bit of it.
 */
const crcThrough = (bytes: Buffer): ((start: number) => number) => {
  const none = crc32(bytes, 0)
  const single = Array.from({ length: 32 }, (_, bit) => crc32(bytes, 2 ** bit) ^ none)
  return (start) => single.reduce((crc, change, bit) => ((start >>> bit) & 1 ? crc ^ change : crc), none) >>> 0
}

/** Stored blocks of at most 65,535 bytes, none of them the last of the stream. */
const stored = (bytes: Buffer): Buffer[] => {
  const blocks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 0xffff) {
    const part = bytes.subarray(at, at + 0xffff)
    const head = Buffer.alloc(5)
    head.writeUInt16LE(part.length, 1)
    head.writeUInt16LE(~part.length & 0xffff, 3)
    blocks.push(head, part)
  }
  return blocks
}
