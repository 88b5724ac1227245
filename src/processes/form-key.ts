import { randomBytes } from 'node:crypto'
import { linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key that seals form fields: 32 bytes in a file of its own in WAYMARK_DATA, readable by its owner only, the same
 * for every instance that shares the folder. Made when first asked for; of two that start together, the first one's counts.
 */
export const formKey = (folder: string): Buffer => {
  const file = join(folder, 'form-key')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const own = `${file}.${process.pid}`
  try {
    return read(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  writeFileSync(own, randomBytes(32), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
  return read(file)
}

/** Refuses a key that others may have read or chosen. */
const read = (file: string): Buffer => {
  const { mode } = lstatSync(file)
  if ((mode & 0o077) !== 0) throw new Error(`${file} can be read by others. Remove it; a new one is made at the next start.`)
  const key = readFileSync(file)
  if (key.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes. Remove it; a new one is made at the next start.`)
  return key
}
