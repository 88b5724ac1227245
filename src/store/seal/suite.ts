import { createHash } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'

/** HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. */
export const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/** Bytes of a public key, and of what HPKE puts before what it sealed. */
export const keyLength = 32

/** A key that others seal to. `id` is made of its bytes: 16 hexadecimal digits of their SHA-256. */
export type PublicKey = { id: string; bytes: Uint8Array }

export const publicKey = (bytes: Uint8Array): PublicKey => ({
  id: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  bytes,
})

/** What is sealed: its kind (`concern`) and its id. Opened as anything else it is refused: a sealed row cannot be put in the place of another. */
export type About = { kind: string; id: string }

/** A list in JSON: no two of them give the same bytes. */
export const aboutBytes = ({ kind, id }: About): Buffer => Buffer.from(JSON.stringify([kind, id]), 'utf8')
