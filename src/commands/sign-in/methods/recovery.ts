import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Crockford's base 32 (crockford.com/base32.html): no I, L, O or U, and what looks like one of the others is read as that. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 4
const groupLength = 4
/** 16 letters of 5 bits: 80 bits, more than the 64 from which SHA-256 alone is enough (NIST SP 800-63B section 3.1.2, look-up secrets). */
const codeLength = groups * groupLength
export const codesGiven = 10

/** Shown once, and what is kept of them. */
export type RecoveryCodes = { codes: readonly string[]; hashes: readonly Buffer[] }

const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest()

const makeCode = (): string => Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** `7K3M-…`: groups of four can be read aloud. */
const inGroups = (code: string): string => (code.match(/.{4}/g) ?? []).join('-')

export const makeRecoveryCodes = (): RecoveryCodes => {
  const codes = Array.from({ length: codesGiven }, makeCode)
  return { codes: codes.map(inGroups), hashes: codes.map(hashOf) }
}

/** What somebody typed from paper or was told; null where it is no code, whichever. */
const readCode = (typed: string): string | null => {
  if (typed.length > 100) return null
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** Which of those that are left it is, to be crossed out; null for none of them. All are compared, whichever it is. */
export const findRecoveryCode = (typed: string, hashes: readonly Uint8Array[]): number | null => {
  const code = readCode(typed)
  const hash = hashOf(code ?? '')
  let found: number | null = null
  hashes.forEach((kept, i) => {
    if (kept.length === hash.length && timingSafeEqual(kept, hash)) found ??= i
  })
  return code === null ? null : found
}
