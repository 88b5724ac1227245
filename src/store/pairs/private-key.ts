import { type Envelope, readEnvelope } from '../seal/envelope.ts'
import { type About, aboutBytes, type PublicKey, publicKey, suite } from '../seal/suite.ts'

/** Bytes that a key pair is derived from (RFC 9180 section 7.1.3). */
export const seedLength = 32

export type PrivateKey = { public: PublicKey; secret: CryptoKey }

export const privateKey = async (seed: Uint8Array): Promise<PrivateKey> => {
  const { publicKey: own, privateKey: secret } = await suite.kem.deriveKeyPair(seed)
  return { public: publicKey(new Uint8Array(await suite.kem.serializePublicKey(own))), secret }
}

/** What was sealed to this key about that, or null: it was changed, is about something else, or was sealed to another key. */
export const openWith = async (key: PrivateKey, sealed: Uint8Array | Envelope, about: About): Promise<Uint8Array | null> => {
  const envelope = sealed instanceof Uint8Array ? readEnvelope(sealed) : sealed
  if (envelope?.keyId !== key.public.id) return null
  const { enc, head, ciphertext } = envelope
  try {
    return new Uint8Array(await suite.open({ recipientKey: key.secret, enc, info: head }, ciphertext, aboutBytes(about)))
  } catch {
    return null
  }
}
