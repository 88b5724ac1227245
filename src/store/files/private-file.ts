import { lstatSync, readFileSync } from 'node:fs'

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)

/** Changes whenever the file does; null while there is none. What the system has against it is thrown. */
export const stampOf = (file: string): string | null => {
  try {
    const { ino, mtimeMs, size } = lstatSync(file)
    return `${ino} ${mtimeMs} ${size}`
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** `bytes`: null where there is no file (then there is no stamp either), or one that is too large to be ours. */
export type PrivateFile = { stamp: string | null; bytes: Buffer | null }
export type PrivateFault = { fault: 'readable-by-others' } | { fault: 'unreadable'; code: string }

/** A file that holds a secret. One that others may have read, or that cannot be read, is a fault. */
export const readPrivate = (file: string, largest: number): PrivateFile | PrivateFault => {
  try {
    const stamp = stampOf(file)
    if (stamp === null) return { stamp, bytes: null }
    const { mode, size } = lstatSync(file)
    // A link among them: its mode is open to all.
    if ((mode & 0o077) !== 0) return { fault: 'readable-by-others' }
    return { stamp, bytes: size > largest ? null : readFileSync(file) }
  } catch (error) {
    return { fault: 'unreadable', code: codeOf(error) }
  }
}
