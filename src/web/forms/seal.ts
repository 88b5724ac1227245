import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto'

/** Seals answers into one form field and opens them again. Sealed text is base64url. */
export type Sealer = { seal(value: unknown, purpose: string): string; open(sealed: string, purpose: string): unknown }

const version = 1
const longest = 64 * 1024
const nonceLength = 12

/** Bytes of JSON that may be sealed: what is longer could not be opened again. The version, the nonce and the tag take 29 bytes. */
export const mostSealed = (longest * 3) / 4 - 29

/** Fresh nonces, drawn 300 at a time: asking for 12 bytes costs as much as asking for 4,000. Each is given out once. */
const nonces = (): (() => Buffer) => {
  const drawn = Buffer.alloc(300 * nonceLength)
  let at = drawn.length
  return () => {
    if (at === drawn.length) {
      randomFillSync(drawn)
      at = 0
    }
    at += nonceLength
    return drawn.subarray(at - nonceLength, at)
  }
}

/**
 * AES-256-GCM with a fresh nonce; `purpose` (the flow and its version) is bound to it, so that a field of one flow says
 * nothing in another. `open` gives undefined for anything that this key did not seal for this purpose.
 */
export const makeSealer = (secret: Buffer): Sealer => {
  const key: KeyObject = createSecretKey(secret)
  const nextNonce = nonces()
  return {
    seal: (value, purpose) => {
      const nonce = nextNonce()
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open: (sealed, purpose) => {
      if (sealed.length > longest || !/^[\w-]+$/.test(sealed)) return undefined
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 30 || bytes[0] !== version) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13))
        decipher.setAAD(Buffer.from(purpose))
        decipher.setAuthTag(bytes.subarray(13, 29))
        return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8'))
      } catch {
        return undefined
      }
    },
  }
}
