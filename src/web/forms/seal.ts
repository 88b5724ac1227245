import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'
import { derivedKeys, type Secrets } from './secrets.ts'

/** Seals answers into one form field and opens them again. Sealed text is base64url. */
export type Sealer = { seal(value: unknown, purpose: string): string; open(sealed: string, purpose: string): unknown }

const version = 2
const longest = 64 * 1024
const nonceLength = 12
const tagLength = 16
/** Before what is sealed stand the version, the id of the secret (4 bytes) and the nonce; the tag comes next, and the time is sealed with the answers. */
const headLength = 5 + nonceLength
const timeLength = 4
const leastLength = headLength + tagLength + timeLength

/**
 * A field may be so old, in seconds: someone may leave the page open over night and go on the next evening, and what lies about in a
 * forgotten browser says nothing any more. As far ahead, too: the clock may have been set back since.
 */
export const fieldLife = 24 * 60 * 60

/** Bytes of JSON that may be sealed: what is longer could not be opened again. */
export const mostSealed = (longest * 3) / 4 - leastLength

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
 * AES-256-GCM with a fresh nonce and a key of the purpose (the flow and its version), so that a field of one flow says nothing in another.
 * Which secret sealed it stands before it; when, inside. `open` gives undefined for anything that no secret of ours sealed for this
 * purpose, and for what is older than a field may be.
 */
export const makeSealer = (secrets: Secrets, clock: () => Temporal.Instant): Sealer => {
  const keyOf = derivedKeys()
  const nextNonce = nonces()
  const seconds = (): number => Math.floor(clock().epochMilliseconds / 1000)
  return {
    seal: (value, purpose) => {
      const secret = secrets.newest()
      const [nonce, time] = [nextNonce(), Buffer.allocUnsafe(timeLength)]
      time.writeUInt32BE(seconds())
      const head = Buffer.concat([Buffer.from([version]), Buffer.from(secret.id, 'hex'), nonce])
      const cipher = createCipheriv('aes-256-gcm', keyOf(secret, `form field ${purpose}`), nonce)
      cipher.setAAD(head)
      const body = [cipher.update(time), cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]
      return Buffer.concat([head, cipher.getAuthTag(), ...body]).toString('base64url')
    },
    open: (sealed, purpose) => {
      if (sealed.length > longest || !/^[\w-]+$/.test(sealed)) return undefined
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < leastLength || bytes[0] !== version) return undefined
      const secret = secrets.withId(bytes.toString('hex', 1, 5))
      if (!secret) return undefined
      try {
        const [head, rest] = [bytes.subarray(0, headLength), bytes.subarray(headLength)]
        const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, `form field ${purpose}`), head.subarray(5))
        decipher.setAAD(head)
        decipher.setAuthTag(rest.subarray(0, tagLength))
        const opened = Buffer.concat([decipher.update(rest.subarray(tagLength)), decipher.final()])
        if (Math.abs(seconds() - opened.readUInt32BE()) > fieldLife) return undefined
        return JSON.parse(opened.toString('utf8', timeLength))
      } catch {
        return undefined
      }
    },
  }
}
