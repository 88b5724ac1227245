import { keyLength } from './suite.ts'

/** What is kept of something sealed: version (1 byte), id of the key (8), what HPKE encapsulated (32), ciphertext with its tag. */
export type Envelope = { head: Uint8Array; keyId: string; enc: Uint8Array; ciphertext: Uint8Array }

const version = 1
const headLength = 9
const tagLength = 16
/** Bytes that an envelope has more than what is in it. */
export const overhead = headLength + keyLength + tagLength
/** Bytes that may be sealed at once. A form has 64 KB at most (src/web/http/read-form.ts). */
export const mostSealed = 1024 * 1024

export const headOf = (keyId: string): Buffer => Buffer.concat([Buffer.from([version]), Buffer.from(keyId, 'hex')])

/** Null for what is no envelope of ours, or larger than any. */
export const readEnvelope = (bytes: Uint8Array): Envelope | null => {
  if (bytes.length < overhead || bytes.length > overhead + mostSealed || bytes[0] !== version) return null
  const [head, enc] = [bytes.subarray(0, headLength), bytes.subarray(headLength, headLength + keyLength)]
  return { head, keyId: Buffer.from(head.subarray(1)).toString('hex'), enc, ciphertext: bytes.subarray(headLength + keyLength) }
}
