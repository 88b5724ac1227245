import { randomBytes } from 'node:crypto'
import { openWith, type PrivateKey, privateKey, seedLength } from '../pairs/private-key.ts'
import { seal } from '../seal/seal.ts'
import { type About, publicKey } from '../seal/suite.ts'
import { type Holder, isSigned, type Receiving, type SignedRing } from './ring.ts'

/** A receiving key with its seed, which is blanked once it is no longer needed. */
export type OpenedKey = { key: PrivateKey; seed: Buffer }

const aboutCopy = (keyId: string, holder: string): About => ({ kind: 'receiving key', id: `${keyId} ${holder}` })

const copyFor = async (keyId: string, seed: Uint8Array, holder: Holder): Promise<Receiving['copies'][number]> => {
  const sealed = await seal(seed, publicKey(holder.public), aboutCopy(keyId, holder.id))
  if (sealed === 'too-large') throw new Error('a seed has 32 bytes')
  return { holder: holder.id, sealed: Buffer.from(sealed) }
}

/** A key that is sealed to from now on, with a copy for each holder. */
export const newReceiving = async (holders: readonly Holder[], now: Temporal.Instant): Promise<{ row: Receiving; opened: OpenedKey }> => {
  const seed = randomBytes(seedLength)
  const key = await privateKey(seed)
  const row: Receiving = {
    id: key.public.id,
    public: Buffer.from(key.public.bytes),
    made: now.toString({ smallestUnit: 'second' }),
    destroyAfter: null,
    copies: await Promise.all(holders.map((holder) => copyFor(key.public.id, seed, holder))),
  }
  return { row, opened: { key, seed } }
}

/** The same keys with a copy for one more holder. */
export const withCopies = (keys: readonly Receiving[], opened: readonly OpenedKey[], holder: Holder): Promise<Receiving[]> =>
  Promise.all(
    keys.map(async (row, i) => {
      const seed = opened[i]?.seed
      if (!seed) throw new Error(`key ${row.id} is not open`)
      return { ...row, copies: [...row.copies, await copyFor(row.id, seed, holder)] }
    }),
  )

/** Every key of a ring, in its order, by the key pair of a holder; null where one of them, or the ring, is not what its holders wrote. */
export const openReceiving = async (ring: SignedRing, me: PrivateKey, holder: string): Promise<OpenedKey[] | null> => {
  const opened: OpenedKey[] = []
  for (const row of ring.keys) {
    const sealed = row.copies.find((copy) => copy.holder === holder)?.sealed
    const seed = sealed && (await openWith(me, sealed, aboutCopy(row.id, holder)))
    if (seed?.length !== seedLength) return null
    const key = await privateKey(Buffer.from(seed))
    if (key.public.id !== row.id || !row.public.equals(key.public.bytes)) return null
    opened.push({ key, seed: Buffer.from(seed) })
  }
  return isSigned(
    ring,
    opened.map(({ seed }) => seed),
  )
    ? opened
    : null
}
