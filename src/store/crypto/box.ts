import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const nonceLength = 12
const tagLength = 16
/** Bytes that a box has more than what is in it. */
export const boxOverhead = nonceLength + tagLength

/**
 * AES-256-GCM under a key of 32 bytes: a fresh nonce, the tag, the ciphertext. `about` is bound to it: opened as something else it is
 * refused. With random nonces a key is good for four thousand million boxes (NIST SP 800-38D section 8.3).
 */
export const encrypt = (key: Uint8Array, content: Uint8Array, about: readonly string[]): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(JSON.stringify(about), 'utf8'))
  const body = [cipher.update(content), cipher.final()]
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body])
}

/** Null for what was changed, is about something else, or was made with another key. */
export const decrypt = (key: Uint8Array, box: Uint8Array, about: readonly string[]): Buffer | null => {
  if (box.length < boxOverhead) return null
  try {
    // Its length is said, or Node takes a shorter tag, which is easier to guess.
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, nonceLength), { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(JSON.stringify(about), 'utf8'))
    decipher.setAuthTag(box.subarray(nonceLength, boxOverhead))
    return Buffer.concat([decipher.update(box.subarray(boxOverhead)), decipher.final()])
  } catch {
    return null
  }
}
