import { createHash, randomBytes } from 'node:crypto'

/** A sign-in or a link that works once: 256 bits that nobody can guess. What is kept of it is a hash, which opens nothing. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
