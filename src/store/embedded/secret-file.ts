import { randomBytes } from 'node:crypto'
import { readPrivate } from '../files/private-file.ts'
import { replaceFile } from '../files/replace-file.ts'
import { StoreFault } from './fault.ts'

/** Secrets are 32 random bytes, written in base64url, on a line. */
const form = /^[\w-]{43}$/
const largest = 1024

/** The secret in a file that only its owner may read, made at the first call. Of several processes that make it at once, one does. */
export const secretIn = async (file: string): Promise<string> => {
  const there = readSecret(file)
  if (there) return there
  const made = randomBytes(32).toString('base64url')
  await replaceFile(file, () => (readSecret(file) ? null : `${made}\n`))
  return readSecret(file) ?? made
}

export const readSecret = (file: string): string | null => {
  const found = readPrivate(file, largest)
  if ('fault' in found)
    throw new StoreFault(
      'secret',
      found.fault === 'readable-by-others'
        ? `Others can read ${file}. Make it readable by its owner alone (chmod 600), then start again.`
        : `${file} cannot be read (${found.code}). The user who runs Waymark must own it.`,
    )
  if (found.stamp === null) return null
  const text = found.bytes?.toString('utf8').trim() ?? ''
  if (form.test(text)) return text
  throw new StoreFault('secret', `${file} is not as Waymark wrote it. Put it back from a copy of this folder.`)
}
