import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { codeOf, readPrivate } from '../files/private-file.ts'
import { type Replacing, replaceFile } from '../files/replace-file.ts'
import { type Fault, isFault } from './fault.ts'

const keyLength = 32

const read = (file: string): Buffer | null | Fault => {
  const found = readPrivate(file, keyLength)
  if ('fault' in found) return found
  if (found.stamp === null) return null
  return found.bytes?.length === keyLength ? found.bytes : { fault: 'damaged' }
}

/**
 * The key under which the desk keeps the secrets of authenticator apps, in the file `sign-in` of its folder: made at first use, the same
 * for every process. It needs no passphrase, since people sign in before anyone has opened anything; it keeps a copy of the database from
 * being enough. One that is damaged is not replaced: everyone would have to set up their app anew, and somebody should know why.
 */
export const openSignInKey = async (folder: string, how: Replacing = {}): Promise<Buffer | Fault> => {
  const file = join(folder, 'sign-in')
  const before = read(file)
  if (before !== null) return before
  try {
    await replaceFile(file, () => (read(file) === null ? randomBytes(keyLength) : null), how)
  } catch (error) {
    return { fault: 'unwritable', code: codeOf(error) }
  }
  const after = read(file)
  return after === null || isFault(after) ? (after ?? { fault: 'unreadable', code: 'ENOENT' }) : after
}
