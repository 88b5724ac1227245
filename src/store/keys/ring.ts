import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { fromBase64 } from '../crypto/base64.ts'
import { readPrivate } from '../files/private-file.ts'
import { seedLength } from '../pairs/private-key.ts'
import type { Fault } from './fault.ts'

const bytes = (least: number, most = least) =>
  z.string().transform((text, context) => {
    const read = fromBase64(text, 'base64url')
    if (read && read.length >= least && read.length <= most) return read
    context.addIssue('not so many bytes')
    return z.NEVER
  })

/** As the database names people. */
export const holderId = /^[\w-]{1,64}$/

const holder = z.strictObject({
  id: z.string().regex(holderId),
  public: bytes(32),
  added: z.iso.datetime(),
  /** The seed of the holder's key pair, under a passphrase; null where a file has the seed. */
  wrapped: z.strictObject({ recipe: z.string().max(120), box: bytes(seedLength, 100) }).nullable(),
})

const receiving = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  public: bytes(32),
  made: z.iso.datetime(),
  /** From this day on it may be destroyed. */
  destroyAfter: z.iso.date().nullable(),
  /** Its seed, sealed to each holder. */
  copies: z.array(z.strictObject({ holder: z.string(), sealed: bytes(seedLength, 200) })).max(50),
})

/** The file as a whole. Keys: the last one is sealed to, those before it only open. */
const shape = z.strictObject({
  version: z.literal(1),
  holders: z.array(holder).min(1).max(50),
  keys: z.array(receiving).min(1).max(100),
  mac: bytes(32),
})

export type Holder = z.output<typeof holder>
export type Receiving = z.output<typeof receiving>
export type Ring = { holders: readonly Holder[]; keys: readonly Receiving[] }
export type SignedRing = Ring & { mac: Buffer }

/** More than this is no file of ours: 50 holders of 100 keys. */
const largest = 2 * 1024 * 1024

const base64 = (read: Uint8Array): string => Buffer.from(read).toString('base64url')

const rowsOf = ({ holders, keys }: Ring) => ({
  holders: holders.map(({ id, public: own, added, wrapped }) => ({
    id,
    public: base64(own),
    added,
    wrapped: wrapped && { recipe: wrapped.recipe, box: base64(wrapped.box) },
  })),
  keys: keys.map(({ id, public: own, made, destroyAfter, copies }) => ({
    id,
    public: base64(own),
    made,
    destroyAfter,
    copies: copies.map((copy) => ({ holder: copy.holder, sealed: base64(copy.sealed) })),
  })),
})

/**
 * Proves that whoever wrote the file could open it: HMAC with SHA-256 of all that is in it, under a key that takes the seed of every
 * receiving key. Without it, who can write the file but not open it would add a holder of their own, and be given the next key.
 */
const macOf = (ring: Ring, seeds: readonly Uint8Array[]): Buffer => {
  const key = new Uint8Array(hkdfSync('sha256', Buffer.concat(seeds), '', 'keyring', 32))
  return createHmac('sha256', key)
    .update(JSON.stringify(rowsOf(ring)))
    .digest()
}

export const isSigned = (ring: SignedRing, seeds: readonly Uint8Array[]): boolean => timingSafeEqual(ring.mac, macOf(ring, seeds))

/** Null where there is more in it than a file may have. */
export const formatRing = (ring: Ring, seeds: readonly Uint8Array[]): string | null => {
  const whole = { version: 1, ...rowsOf(ring), mac: base64(macOf(ring, seeds)) }
  return shape.safeParse(whole).success ? `${JSON.stringify(whole, null, 2)}\n` : null
}

/** What the file says; who has not opened it cannot tell whether that is true. */
export const readRing = (file: string): (SignedRing & { stamp: string }) | Fault => {
  const read = readPrivate(file, largest)
  if ('fault' in read) return read
  if (read.stamp === null) return { fault: 'no-key' }
  try {
    const { holders, keys, mac } = shape.parse(JSON.parse(read.bytes?.toString('utf8') ?? ''))
    return { holders, keys, mac, stamp: read.stamp }
  } catch {
    return { fault: 'damaged' }
  }
}
