/** Letters and figures that nobody takes for each other when they are read off a wall, or said aloud. */
const eventLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const wordLetters = 'ABCDEFGHKLMNPRSTUVWXYZ'
/** Crockford's base 32: without I, L, O and U. */
const certificateLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const drawn = (letters: string, bytes: Uint8Array): string => [...bytes].map((byte) => letters[byte % letters.length]).join('')

/** The code of an event, six letters: it is in no way a secret. Two bytes a letter would be no better: it is drawn again where it is taken. */
export const eventCode = (random: Uint8Array): string => drawn(eventLetters, random.subarray(0, 6))

/** The three letters on the screen. */
export const eventWord = (random: Uint8Array): string => drawn(wordLetters, random.subarray(0, 3))

/** At least two of its letters are others. */
export const clearlyOther = (word: string, before: string): boolean => [...word].filter((letter, n) => letter !== before[n]).length >= 2

/** The code of a certificate: sixteen letters of 32, 80 bits. */
export const certificateCode = (random: Uint8Array): string => drawn(certificateLetters, random.subarray(0, 16))

/** In groups of four, as it is printed. */
export const grouped = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/** A code as somebody typed it: in any case, with blanks or dashes; what it was taken for where no such letter is in a code. Null: not so many letters. */
export const typedCertificateCode = (typed: string): string | null => {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain : null
}
export const typedEventCode = (typed: string): string | null => {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '')
  return /^[A-Z2-9]{6}$/.test(plain) ? plain : null
}
