import { headOf, mostSealed } from './envelope.ts'
import { type About, aboutBytes, type PublicKey, suite } from './suite.ts'

/**
 * Seals to a public key: this process cannot open it again. Version and id of the key are bound to it (the `info` of RFC 9180 section 5.1),
 * and what it is about. `too-large`: more than 1 MB. Throws where the key is none.
 */
export const seal = async (content: Uint8Array, to: PublicKey, about: About): Promise<Uint8Array | 'too-large'> => {
  if (content.length > mostSealed) return 'too-large'
  const head = headOf(to.id)
  const recipientPublicKey = await suite.kem.deserializePublicKey(to.bytes)
  // Views, never their `buffer`: a small Buffer is a part of a pool, and all of it would be sealed, with whatever else lies in it.
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: head }, content, aboutBytes(about))
  return Buffer.concat([head, new Uint8Array(enc), new Uint8Array(ct)])
}
