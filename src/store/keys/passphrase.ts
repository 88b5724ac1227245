import { randomInt } from 'node:crypto'

/** What is wrong with a passphrase that somebody has chosen. */
export type PassphraseFault = 'passphrase-short' | 'passphrase-long' | 'passphrase-repeats'

const leastWords = 5
const leastCharacters = 20
const mostCharacters = 200

/** How it is stretched: phones write a capital first and a space last, and a keyboard may compose letters in its own way. */
export const normalisePassphrase = (typed: string): string => typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * Five words, or twenty characters: on a stolen copy of the file it is all that stands before the key. Words have three letters and
 * differ, as eight of twenty characters do; "aaaa aaaa aaaa" is neither.
 */
export const passphraseFault = (typed: string): PassphraseFault | null => {
  const passphrase = normalisePassphrase(typed)
  const characters = [...passphrase]
  if (characters.length > mostCharacters) return 'passphrase-long'
  const words = passphrase.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => [...word].length >= 3)
  if (new Set(words).size >= leastWords) return null
  if (words.length < leastWords && characters.length < leastCharacters) return 'passphrase-short'
  return characters.length >= leastCharacters && new Set(characters).size >= 8 ? null : 'passphrase-repeats'
}

/**
 * Six words of the 7,776 of the Electronic Frontier Foundation's long list (2016), as they come: 6 x log2(7776) = 77.5 bits. To try half of
 * them at three a second, which one core does at the cost of a passphrase, takes 10^15 years and a million cores a thousand million.
 */
export const suggestPassphrase = async (): Promise<string> => {
  // 400 KB, which a process needs once in a year.
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const words = dictionary['diceware-common']
  return Array.from({ length: 6 }, () => words[randomInt(words.length)]).join(' ')
}
