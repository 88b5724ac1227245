import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { visible } from './visible.ts'

/** A sentence that names the file, what it is or how large, and the limit. */
export type ReadFault = { fault: string; is: 'missing' | 'no-file' | 'too-large' | 'unreadable' | 'not-text' }

/**
 * Reads a file that someone gave, and no more than `most` bytes of it. What is no file (a folder, a pipe, a device: `/dev/zero` never ends, and a pipe that
 * nobody writes to never begins) is refused before anything is read; so is a file that is too large. Never throws.
 */
export const readBounded = (file: string, most: number): { bytes: Buffer } | ReadFault => {
  let open: number
  try {
    // Without waiting: opening a pipe would else wait for whoever writes to it.
    open = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    return notOpened(file, error)
  }
  try {
    const there = fstatSync(open)
    if (!there.isFile()) return { fault: `${visible(file)} is ${kindOf(there)}, not a file.`, is: 'no-file' }
    if (there.size > most) return tooLarge(file, sizeOf(there.size), most)
    return readUpTo(open, file, there.size, most)
  } catch {
    return { fault: `${visible(file)} cannot be read.`, is: 'unreadable' }
  } finally {
    closeSync(open)
  }
}

/** The same of a text. A byte order mark stays in it. */
export const readBoundedText = (file: string, most: number): { text: string; bytes: Buffer } | ReadFault => {
  const read = readBounded(file, most)
  if ('fault' in read) return read
  try {
    return { text: utf8.decode(read.bytes), bytes: read.bytes }
  } catch {
    return { fault: `${visible(file)} is not UTF-8 text. Save it as UTF-8.`, is: 'not-text' }
  }
}
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One more byte than the file says that it has: files of /proc say 0, and another process may be writing. */
const readUpTo = (open: number, file: string, size: number, most: number): { bytes: Buffer } | ReadFault => {
  const parts: Buffer[] = []
  let [read, room] = [0, size + 1]
  for (;;) {
    const part = Buffer.allocUnsafe(room)
    const count = readSync(open, part, 0, room, null)
    if (count === 0) return { bytes: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts) }
    parts.push(part.subarray(0, count))
    read += count
    if (read > most) return tooLarge(file, `more than ${sizeOf(most)}`, most)
    room = Math.min(65_536, most - read + 1)
  }
}

const tooLarge = (file: string, size: string, most: number): ReadFault => ({
  fault: `${visible(file)} is too large: it is ${size}, and the limit is ${sizeOf(most)}.`,
  is: 'too-large',
})

/** As a file manager says it, in steps of 1,000: `4.3 GB`. */
export const sizeOf = (bytes: number): string => {
  const [unit, step] = bytes < 1e3 ? ['bytes', 1] : bytes < 1e6 ? ['KB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : (['GB', 1e9] as const)
  return `${Number((bytes / step).toFixed(1))} ${unit}`
}

const kindOf = (there: Stats): string => {
  if (there.isDirectory()) return 'a folder'
  if (there.isFIFO()) return 'a pipe'
  return there.isCharacterDevice() || there.isBlockDevice() ? 'a device' : 'something else'
}

const notOpened = (file: string, error: unknown): ReadFault => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return { fault: `There is no file ${visible(file)}.`, is: 'missing' }
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? ', because the user who runs this command does not have permission'
      : code === 'ELOOP'
        ? ', because its links lead in a circle'
        : ''
  return { fault: `${visible(file)} cannot be read${why}.`, is: 'unreadable' }
}
