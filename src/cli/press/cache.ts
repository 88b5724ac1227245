import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Output } from '../../press/output.ts'

/**
 * Finished files by the hash of all that they are made of: what they print, and what draws them (`look`: code, libraries, fonts).
 * Nothing in it is ever wrong, only unused.
 */
export type Cache = { keyOf(output: Output): string; get(key: string): Buffer | null; put(key: string, bytes: Uint8Array): void }

export const openCache = (folder: string, look: string): Cache => {
  let made = false
  const place = (key: string) => join(folder, key)
  return {
    keyOf: (output) => createHash('sha256').update(look).update(JSON.stringify(output)).digest('hex').slice(0, 32),
    get: (key) => {
      try {
        return readFileSync(place(key))
      } catch {
        return null
      }
    },
    put: (key, bytes) => {
      if (!made) mkdirSync(folder, { recursive: true, mode: 0o700 })
      made = true
      writeWhole(place(key), bytes)
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
