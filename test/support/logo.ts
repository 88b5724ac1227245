import { crc32, deflateSync } from 'node:zlib'
import type { Logo } from '../../src/domain/training-provider/training-provider.ts'

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

/** A PNG in shades of grey that says how large it is. `pixels`: compressed. `more`: chunks before them. */
export const pngOf = (width: number, height: number, pixels: Uint8Array, more: readonly Uint8Array[] = []): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), ...more, chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

export const pngChunk = chunk

// Each row begins with the way it is filtered: 0, not at all.
const grey = Buffer.concat(Array.from({ length: 120 }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(240, 90)])))

/** A grey logo of 240 by 120 pixels. */
export const logoFile = (): Logo => ({
  png: pngOf(240, 120, deflateSync(grey)).toString('base64'),
  width: 240,
  height: 120,
})
