import { join } from 'node:path'
import { privateKey } from '../pairs/private-key.ts'
import { type PublicKey, publicKey } from '../seal/suite.ts'
import { changeRing, replaceRing } from './change-ring.ts'
import { rewrapped } from './changes.ts'
import { type Fault, isFault } from './fault.ts'
import { fileHolder, holderOfFile, newHolder, readSeed, unwrapSeed, wrapSeed } from './holder.ts'
import { type OpenedKeys, openedKeys, type Parts } from './opened-keys.ts'
import { newReceiving } from './receiving.ts'
import { type Holder, readRing, type SignedRing } from './ring.ts'

/** Who holds the key, and which keys there are, newest last: for the page of settings. No secret is among it. */
export type KeyState = {
  holders: readonly { id: string; added: string }[]
  keys: readonly { id: string; public: Uint8Array; made: string; destroyAfter: string | null }[]
}
/** Whether anything may be received: two who can open it, or a file that can. */
export type Readiness = { ready: true } | { ready: false; missing: 'key' | 'second-holder' }

/** The partnership's keys in a folder, closed. Every process that shares the folder has the same. */
export type Keyring = {
  /** The first key, with its first holder. */
  make(holder: string, passphrase: string, now: Temporal.Instant): Promise<OpenedKeys | Fault>
  /** The first key, held by a file with 32 random bytes. */
  makeWithFile(file: string, now: Temporal.Instant): Promise<OpenedKeys | Fault>
  open(holder: string, passphrase: string): Promise<OpenedKeys | Fault>
  openWithFile(file: string): Promise<OpenedKeys | Fault>
  changePassphrase(holder: string, before: string, after: string): Promise<Fault | null>
  /** What the public seals to now. */
  receivingKey(): PublicKey | Fault
  /** `file`: where one is set. It counts when it is there and opens the key. */
  readiness(file?: string): Promise<Readiness | Fault>
  state(): KeyState | Fault
}

/** `folder`: WAYMARK_DATA/keys, outside the database and its backups. */
export const openKeyring = (folder: string, parts: Parts = {}): Keyring => {
  const place = join(folder, 'keyring')

  const makeFor = (holder: Holder, now: Temporal.Instant): Promise<Fault | null> =>
    replaceRing(
      place,
      async () => {
        const before = readRing(place)
        // Whatever is there, damaged or not, is not written over.
        if (!isFault(before)) return { fault: 'key-exists' }
        if (before.fault !== 'no-key') return before
        const { row, opened } = await newReceiving([holder], now)
        return { holders: [holder], keys: [row], opened: [opened] }
      },
      parts,
    )

  const openSeed = async (holder: string, seed: Buffer): Promise<OpenedKeys | Fault> => {
    const me = await privateKey(seed)
    seed.fill(0)
    return openedKeys(place, { id: holder, me }, parts)
  }
  const open: Keyring['open'] = async (holder, passphrase) => {
    const ring = readRing(place)
    if (isFault(ring)) return ring
    const seed = await unwrapSeed(ring, holder, passphrase, parts)
    return isFault(seed) ? seed : openSeed(holder, seed)
  }
  const openWithFile: Keyring['openWithFile'] = async (file) => {
    const seed = readSeed(file)
    return isFault(seed) ? seed : openSeed(fileHolder, seed)
  }

  return {
    make: async (id, passphrase, now) => {
      const holder = await newHolder(id, passphrase, now, parts)
      if (isFault(holder)) return holder
      return (await makeFor(holder, now)) ?? open(id, passphrase)
    },
    makeWithFile: async (file, now) => {
      const holder = await holderOfFile(file, now)
      if (isFault(holder)) return holder
      return (await makeFor(holder, now)) ?? openWithFile(file)
    },
    open,
    openWithFile,
    changePassphrase: async (id, before, after) => {
      const ring = readRing(place)
      if (isFault(ring)) return ring
      const seed = await unwrapSeed(ring, id, before, parts)
      if (isFault(seed)) return seed
      const me = await privateKey(seed)
      const wrapped = await wrapSeed({ id, own: me.public.bytes, seed }, after, parts)
      seed.fill(0)
      if (wrapped && isFault(wrapped)) return wrapped
      return changeRing(place, { id, me }, (current) => rewrapped(current, id, wrapped), parts)
    },
    receivingKey: () => {
      const ring = readRing(place)
      if (isFault(ring)) return ring
      const last = ring.keys.at(-1)
      return last ? publicKey(last.public) : { fault: 'damaged' }
    },
    readiness: async (file) => {
      const ring = readRing(place)
      if (isFault(ring)) return ring.fault === 'no-key' ? { ready: false, missing: 'key' } : ring
      if (ring.holders.filter(({ wrapped }) => wrapped).length >= 2) return { ready: true }
      return file === undefined ? { ready: false, missing: 'second-holder' } : opensWith(ring, file)
    },
    state: () => {
      const ring = readRing(place)
      if (isFault(ring)) return ring
      return {
        holders: ring.holders.map(({ id, added }) => ({ id, added })),
        keys: ring.keys.map(({ id, public: own, made, destroyAfter }) => ({ id, public: own, made, destroyAfter })),
      }
    },
  }
}

const opensWith = async (ring: SignedRing, file: string): Promise<Readiness | Fault> => {
  const seed = readSeed(file)
  if (isFault(seed)) return seed
  const { bytes } = (await privateKey(seed)).public
  seed.fill(0)
  const held = ring.holders.some(({ id, public: own }) => id === fileHolder && own.equals(bytes))
  return held ? { ready: true } : { ready: false, missing: 'second-holder' }
}
