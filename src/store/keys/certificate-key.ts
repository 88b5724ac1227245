import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf, readPrivate } from '../files/private-file.ts'
import { type Replacing, replaceFile } from '../files/replace-file.ts'
import { type Fault, isFault } from './fault.ts'

/** What certificates are signed with: RS256, which the standard asks for "as a minimum" (Open Badges 3.0, 8.2.4). `id`: its thumbprint (RFC 7638). */
export type CertificateKey = { id: string; key: KeyObject; public: { kty: 'RSA'; n: string; e: string } }

/** A key of 2,048 bits is 1.7 KB as PEM. */
const largest = 8192

const read = (file: string): CertificateKey | null | Fault => {
  const found = readPrivate(file, largest)
  if ('fault' in found) return found
  if (found.stamp === null) return null
  try {
    const key = createPrivateKey(found.bytes ?? '')
    const { kty, n, e } = createPublicKey(key).export({ format: 'jwk' })
    if (kty !== 'RSA' || !n || !e) return { fault: 'damaged' }
    const id = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url')
    return { id, key, public: { kty, n, e } }
  } catch {
    return { fault: 'damaged' }
  }
}

const made = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return privateKey
}

/**
 * The key of certificates, in the file `certificates` of the folder of keys: made at first use, the same for every process. Whoever takes the file
 * away gets another key at the next start; what was signed before stays true, for its public half stays in the database.
 */
export const openCertificateKey = async (folder: string, how: Replacing = {}): Promise<CertificateKey | Fault> => {
  const file = join(folder, 'certificates')
  const before = read(file)
  if (before !== null) return before
  try {
    await replaceFile(file, async () => (read(file) === null ? made() : null), how)
  } catch (error) {
    return { fault: 'unwritable', code: codeOf(error) }
  }
  const after = read(file)
  return after === null || isFault(after) ? (after ?? { fault: 'unreadable', code: 'ENOENT' }) : after
}
