import { createHash, randomBytes } from 'node:crypto'

const length = 32

/** What goes out once (in a link, a cookie), and what is kept: its SHA-256, from which nobody can make it. 256 random bits need no stretching. */
export type Token = { token: string; hash: Buffer }

export const makeToken = (): Token => tokenOfBytes(randomBytes(length))

/** `bytes`: 32 that nobody can guess. */
export const tokenOfBytes = (bytes: Buffer): Token => ({ token: bytes.toString('base64url'), hash: hashOf(bytes) })

const hashOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

/** 43 characters of base64url; the last one has two bits to spare, which are nought. */
const tokenOf = /^[\w-]{42}[AEIMQUYcgkosw048]$/

/** What to look for, or null where it cannot be one of ours. That a database finds it by an index says nothing of it: it is a hash. */
export const hashOfToken = (text: string): Buffer | null => (tokenOf.test(text) ? hashOf(Buffer.from(text, 'base64url')) : null)
