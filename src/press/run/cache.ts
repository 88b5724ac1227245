import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Output } from '../shared/output.ts'

/**
 * Finished files by the hash of all that they are made of: what they print, and what draws them (`look`: code, libraries, fonts).
 * Nothing in it is ever wrong, only unused or damaged.
 */
export type Cache = {
  keyOf(output: Output): string
  /** Null where it is not kept. One that is damaged is taken away. */
  get(key: string): Promise<Buffer | null>
  /** Bytes; null where it is not kept. */
  size(key: string): number | null
  put(key: string, bytes: Uint8Array): void
}

/** The hash of what draws (tools/press.ts), seen from the command `dist/cli.js` and from the worker `dist/press/worker.js`. */
const readLook = (): string => {
  const here = dirname(fileURLToPath(import.meta.url))
  return readFileSync(basename(here) === 'press' ? join(here, 'look') : join(here, 'press/look'), 'utf8')
}

/** How long a finished file that nobody is offered any more is kept, in ms: thirty days from when it was made. */
const keptFor = 30 * 24 * 3600 * 1000

/**
 * Takes away finished files that are none of `current` and that were made more than thirty days before `now` (ms since 1970). What
 * else lies in the folder is left alone. What cannot be taken away stays.
 */
export const tidy = (folder: string, current: ReadonlySet<string>, now: number): void => {
  try {
    for (const name of readdirSync(folder)) {
      if (!/^[0-9a-f]{32}$/.test(name) || current.has(name)) continue
      if (statSync(join(folder, name)).mtimeMs < now - keptFor) rmSync(join(folder, name), { force: true })
    }
  } catch {
    // The next start tries again.
  }
}

/** Behind each file stands the hash of its bytes: what a power cut or a full disk has cut is made anew, not handed out. */
const sealOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
/** Its length in bytes. */
const seal = 32

/** A folder that cannot be written to keeps it: then it is made anew each time. */
const remove = (path: string): void => {
  try {
    rmSync(path, { force: true })
  } catch {}
}

/** `look`: the hash of what draws. */
export const openCache = (folder: string, look = readLook()): Cache => {
  let made = false
  const place = (key: string) => join(folder, key)
  return {
    keyOf: (output) => createHash('sha256').update(look).update(JSON.stringify(output)).digest('hex').slice(0, 32),
    get: (key) =>
      readFile(place(key)).then(
        (kept) => {
          const bytes = kept.subarray(0, -seal)
          if (kept.subarray(-seal).equals(sealOf(bytes))) return bytes
          remove(place(key))
          return null
        },
        () => null,
      ),
    size: (key) => {
      const { size = 0 } = statSync(place(key), { throwIfNoEntry: false }) ?? {}
      return size > seal ? size - seal : null
    },
    put: (key, bytes) => {
      if (!made) mkdirSync(folder, { recursive: true, mode: 0o700 })
      made = true
      writeWhole(place(key), Buffer.concat([bytes, sealOf(bytes)]))
    },
  }
}

/** Whoever reads the file meanwhile, or after a fault, finds the old one or the new one. */
export const writeWhole = (file: string, bytes: Uint8Array): void => {
  const unfinished = `${file}.${process.pid}.new`
  try {
    writeFileSync(unfinished, bytes)
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}
