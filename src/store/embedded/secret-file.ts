import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, lstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, StoreFault } from './fault.ts'

/** Secrets are 32 random bytes, written in base64url. */
const form = /^[\w-]{43}$/

/** To the disk: a new name in a folder, too, is to outlive a power cut. Not every file system can be asked for that. */
export const syncFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {}
}

/** The secret in a file that only its owner may read, made at the first call. Of several processes that make it at once, one does. */
export const secretIn = (file: string): string => readSecret(file) ?? makeSecret(file)

export const readSecret = (file: string): string | null => {
  try {
    const { mode } = lstatSync(file)
    if ((mode & 0o077) !== 0)
      throw new StoreFault('secret', `Others can read ${file}. Make it readable by its owner alone (chmod 600), then start again.`)
    const text = readFileSync(file, 'utf8').trim()
    if (form.test(text)) return text
  } catch (error) {
    if (error instanceof StoreFault) throw error
    if (codeOf(error) === 'ENOENT') return null
    throw new StoreFault('secret', `${file} cannot be read (${codeOf(error) ?? error}). The user who runs Waymark must own it.`)
  }
  throw new StoreFault('secret', `${file} is not as Waymark wrote it. Put it back from a copy of this folder.`)
}

const makeSecret = (file: string): string => {
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = openSync(own, 'wx', 0o600)
  try {
    writeFileSync(handle, `${randomBytes(32).toString('base64url')}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    // Whole or not at all, and never in the place of one that is there.
    linkSync(own, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(own)
  }
  syncFolder(dirname(file))
  return readSecret(file) ?? makeSecret(file)
}
