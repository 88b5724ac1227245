/** The ustar format (POSIX.1-1988, IEEE 1003.1), of which a backup needs files with short names alone: any tar opens it. */
const block = 512

export type Entry = { name: string; bytes: Buffer }

const padding = (size: number): number => (block - (size % block)) % block

const checksum = (header: Buffer): number => {
  const copy = Buffer.from(header)
  // Its own field counts as spaces.
  copy.fill(' ', 148, 156)
  return copy.reduce((sum, byte) => sum + byte, 0)
}

/** One file, with its header. */
export const tarEntry = ({ name, bytes }: Entry): Buffer => {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long for a tar file.`)
  const header = Buffer.alloc(block)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, bytes, Buffer.alloc(padding(bytes.length))])
}

export const tarEnd = Buffer.alloc(2 * block)

/** A stream that ends, or goes wrong, before its end is there. */
export class TarFault extends Error {
  readonly kind: 'cut' | 'damaged'
  constructor(kind: 'cut' | 'damaged') {
    super(kind)
    this.kind = kind
  }
}

/** The files in a stream, one after another, each whole. `longest`: no file of ours is longer, in bytes. */
export async function* tarEntries(stream: AsyncIterable<Buffer>, longest: number): AsyncGenerator<Entry> {
  const { take, drain } = takerOf(stream)
  for (;;) {
    const header = await take(block)
    // To the end of the stream: what packs it may have a sum over all bytes there.
    if (header.every((byte) => byte === 0)) return drain()
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
    const right = Number.parseInt(header.toString('latin1', 148, 154), 8) === checksum(header)
    if (!right || !(size >= 0 && size <= longest)) throw new TarFault('damaged')
    const name = header.toString('utf8', 0, header.indexOf(0))
    const bytes = await take(size + padding(size))
    yield { name, bytes: bytes.subarray(0, size) }
  }
}

/** Takes so many bytes from a stream. */
const takerOf = (stream: AsyncIterable<Buffer>): { take(size: number): Promise<Buffer>; drain(): Promise<void> } => {
  const source = stream[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let length = 0
  const take = async (size: number): Promise<Buffer> => {
    while (length < size) {
      const { value, done } = await source.next()
      if (done) throw new TarFault('cut')
      held.push(value)
      length += value.length
    }
    const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held)
    held = [all.subarray(size)]
    length -= size
    return all.subarray(0, size)
  }
  const drain = async (): Promise<void> => {
    while (!(await source.next()).done);
  }
  return { take, drain }
}
