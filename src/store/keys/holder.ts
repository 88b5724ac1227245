import { randomBytes } from 'node:crypto'
import { type Cost, formatRecipe, newSalt, parseRecipe, passphraseCost, type Stretch, stretch } from '../crypto/argon2.ts'
import { boxOverhead, decrypt, encrypt } from '../crypto/box.ts'
import { readPrivate } from '../files/private-file.ts'
import { privateKey, seedLength } from '../pairs/private-key.ts'
import type { Fault } from './fault.ts'
import { normalisePassphrase, passphraseFault } from './passphrase.ts'
import { type Holder, holderId, type Ring } from './ring.ts'

/** Who holds the key by a file is called so, and no person is. */
export const fileHolder = 'file'

/** Given by tests, where strength is not the point. */
export type Stretching = { stretch?: Stretch; cost?: Cost }

const boundTo = (id: string, own: Uint8Array, recipe: string): string[] => ['holder', id, Buffer.from(own).toString('hex'), recipe]

/** The seed of a holder's key pair under a passphrase: Argon2id, then AES-256-GCM, bound to the holder, the key and the recipe. */
export const wrapSeed = async (
  { id, own, seed }: { id: string; own: Uint8Array; seed: Uint8Array },
  passphrase: string,
  { stretch: run = stretch, cost = passphraseCost }: Stretching,
): Promise<Holder['wrapped'] | Fault> => {
  const wrong = passphraseFault(passphrase)
  if (wrong) return { fault: wrong }
  const salt = newSalt()
  const key = await run(normalisePassphrase(passphrase), salt, cost)
  if (key === 'busy') return { fault: key }
  const recipe = formatRecipe(cost, salt)
  return { recipe, box: encrypt(key, seed, boundTo(id, own, recipe)) }
}

/** A holder with a new key pair. */
export const newHolder = async (id: string, passphrase: string, now: Temporal.Instant, how: Stretching): Promise<Holder | Fault> => {
  if (!holderId.test(id)) throw new RangeError(`no id of a person: ${id}`)
  if (id === fileHolder) return { fault: 'holder-exists' }
  const seed = randomBytes(seedLength)
  const own = (await privateKey(seed)).public.bytes
  const wrapped = await wrapSeed({ id, own, seed }, passphrase, how)
  seed.fill(0)
  return wrapped && 'fault' in wrapped
    ? wrapped
    : { id, public: Buffer.from(own), added: now.toString({ smallestUnit: 'second' }), wrapped }
}

/**
 * The seed of a holder's key pair. One who is not there is as much work as one who is, with the recipe of another: neither time nor words
 * say which was wrong.
 */
export const unwrapSeed = async (ring: Ring, id: string, passphrase: string, how: Stretching): Promise<Buffer | Fault> => {
  const holder = ring.holders.find((one) => one.id === id && one.wrapped)
  const { recipe = formatRecipe(how.cost ?? passphraseCost, newSalt()) } =
    (holder ?? ring.holders.find((one) => one.wrapped))?.wrapped ?? {}
  const { box, own } = { box: holder?.wrapped?.box ?? randomBytes(boxOverhead + seedLength), own: holder?.public ?? Buffer.alloc(32) }
  const read = parseRecipe(recipe)
  if (!read) return { fault: 'damaged' }
  // What nobody may choose is not tried either, in its own length: it is stretched all the same.
  const typed = passphraseFault(passphrase) === 'passphrase-long' ? '' : normalisePassphrase(passphrase)
  const key = await (how.stretch ?? stretch)(typed, read.salt, read.cost)
  if (key === 'busy') return { fault: key }
  return decrypt(key, box, boundTo(id, own, recipe)) ?? { fault: 'wrong-passphrase' }
}

/** The seed in a file: 32 bytes, for its user alone, as `openssl rand -out FILE 32` makes it with a umask of 077. */
export const readSeed = (file: string): Buffer | Fault => {
  const read = readPrivate(file, seedLength)
  if ('fault' in read) return read
  if (read.stamp === null) return { fault: 'unreadable', code: 'ENOENT' }
  return read.bytes?.length === seedLength ? read.bytes : { fault: 'damaged' }
}

export const holderOfFile = async (file: string, now: Temporal.Instant): Promise<Holder | Fault> => {
  const seed = readSeed(file)
  if ('fault' in seed) return seed
  const own = (await privateKey(seed)).public.bytes
  seed.fill(0)
  return { id: fileHolder, public: Buffer.from(own), added: now.toString({ smallestUnit: 'second' }), wrapped: null }
}
