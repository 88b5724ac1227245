import { createHash, randomBytes } from 'node:crypto'

/** A sign-in or a link that works once: 256 bits that nobody can guess, and so need no stretching. What is kept of it is a hash, which opens nothing. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** 43 characters of base64url, as it was made: of the last one two bits are to spare, and are nought. */
export const isToken = (text: string): boolean => /^[\w-]{42}[AEIMQUYcgkosw048]$/.test(text)
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
