import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import pLimit from 'p-limit'
import { fromBase64 } from './base64.ts'

/** What a guess costs: `memory` in KiB, `passes` over it. RFC 9106 section 3.1. */
export type Cost = { memory: number; passes: number; lanes: number }

/** A password, guessed at through the sign-in page as well: OWASP Password Storage Cheat Sheet, Argon2id, 19 MiB and 2 passes. About 60 ms. */
export const passwordCost: Cost = { memory: 19 * 1024, passes: 2, lanes: 1 }
/** A passphrase of the partnership's key, guessed at on a stolen copy of its file: the second choice of RFC 9106 section 4, on one lane. About 300 ms. */
export const passphraseCost: Cost = { memory: 64 * 1024, passes: 3, lanes: 1 }

/** More than this a row or a file may not ask for: whoever changed it would take the machine. */
const dearest: Cost = { memory: 128 * 1024, passes: 6, lanes: 4 }

const saltLength = 16
const hashLength = 32

/** Bytes stretched from what somebody typed, or `busy`: too many wait already. */
export type Stretch = (typed: string, salt: Uint8Array, cost: Cost) => Promise<Buffer | 'busy'>

const argon2id = promisify(argon2)

/**
 * Argon2id (RFC 9106) of Node. Two run at once in a process, since each takes a core, a thread of the four that also read files, and its
 * memory: 16 sign-ins at once took four seconds and 256 MB. Twenty more may wait, which is a second or two; the next is told `busy`.
 * `derive` is given by tests.
 */
export const makeStretch = ({ atOnce = 2, waiting = 20, derive = argon2id } = {}): Stretch => {
  const turns = pLimit(atOnce)
  return async (typed, salt, { memory, passes, lanes }) => {
    if (turns.activeCount + turns.pendingCount >= atOnce + waiting) return 'busy'
    // As bytes: what Node makes of a string is not its to choose.
    const message = Buffer.from(typed, 'utf8')
    return turns(() => derive('argon2id', { message, nonce: salt, memory, passes, parallelism: lanes, tagLength: hashLength }))
  }
}

/** The one of this process: whoever stretches takes turns with all others. */
export const stretch: Stretch = makeStretch()

export const newSalt = (): Buffer => randomBytes(saltLength)

/** Cost and salt as text, as PHC has it (`$argon2id$v=19$m=19456,t=2,p=1$…`), so that a later cost can be higher and this one still be met. */
export const formatRecipe = ({ memory, passes, lanes }: Cost, salt: Uint8Array): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${base64(salt)}`

export type Recipe = { cost: Cost; salt: Buffer }

const recipeOf = /^\$argon2id\$v=19\$m=([1-9]\d{0,6}),t=([1-9]\d?),p=([1-9])\$([A-Za-z0-9+/]{22,43})$/

/** Null for what is none, and for one that costs more than any of ours. */
export const parseRecipe = (text: string): Recipe | null => {
  const [, memory, passes, lanes, salt] = recipeOf.exec(text) ?? []
  const bytes = salt ? fromBase64(salt, 'base64') : null
  if (!bytes || bytes.length < saltLength) return null
  const cost = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) }
  const dear = cost.memory > dearest.memory || cost.passes > dearest.passes || cost.lanes > dearest.lanes
  // Less memory than 8 KiB a lane is none: RFC 9106 section 3.1.
  return dear || cost.memory < 8 * cost.lanes ? null : { cost, salt: bytes }
}

/** A recipe with what came of it. */
export const hashTyped = async (typed: string, cost: Cost, run = stretch): Promise<string | 'busy'> => {
  const salt = newSalt()
  const hash = await run(typed, salt, cost)
  return hash === 'busy' ? hash : `${formatRecipe(cost, salt)}$${base64(hash)}`
}

export type Verdict = { right: boolean; cost: Cost } | 'busy'

/**
 * Whether that was typed. Without a hash, or with one that is damaged, the same work is done as for a new one and the answer is no: time
 * does not say who exists.
 */
export const verifyTyped = async (encoded: string | null, typed: string, cost: Cost, run = stretch): Promise<Verdict> => {
  const at = encoded?.lastIndexOf('$') ?? -1
  const recipe = encoded ? parseRecipe(encoded.slice(0, at)) : null
  const kept = encoded ? fromBase64(encoded.slice(at + 1), 'base64') : null
  const real = recipe && kept?.length === hashLength ? { ...recipe, kept } : null
  const made = await run(typed, real?.salt ?? newSalt(), real?.cost ?? cost)
  if (made === 'busy') return made
  const same = timingSafeEqual(made, real?.kept ?? Buffer.alloc(hashLength))
  return { right: same && real !== null, cost: real?.cost ?? cost }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')
