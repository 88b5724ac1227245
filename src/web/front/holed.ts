import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A page made beforehand but for one place, with both sides already compressed. */
export type Holed = { fill(middle: string): { plain: () => Buffer; gzip: () => Buffer } }

/** Stands in a page where the hole will be; no text of a page can hold it, since U+FFFC is in no font and no pack. */
export const hole = '\ufffc'

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])

/**
 * Cuts a page at its hole. A gzip answer is then the two compressed sides with the middle between them as stored blocks
 * (RFC 1951 3.2.4): a deflate stream may change its mode at any block, so nothing is compressed a second time.
 */
export const holed = (page: string): Holed => {
  const at = page.indexOf(hole)
  if (at < 0) throw new Error('the page has no hole')
  const [before, after] = [Buffer.from(page.slice(0, at)), Buffer.from(page.slice(at + hole.length))]
  const [head, tail] = [deflateRawSync(before, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }), deflateRawSync(after, { level: 9 })]
  const crcBefore = crc32(before)
  const crcThroughAfter = crcThrough(after)
  return {
    fill: (text) => {
      const middle = Buffer.from(text)
      return {
        plain: () => Buffer.concat([before, middle, after]),
        gzip: () => {
          const end = Buffer.alloc(8)
          end.writeUInt32LE(crcThroughAfter(crc32(middle, crcBefore)), 0)
          end.writeUInt32LE((before.length + middle.length + after.length) >>> 0, 4)
          return Buffer.concat([gzipHead, head, ...stored(middle), tail, end])
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
