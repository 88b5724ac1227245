import { createHmac, hkdfSync } from 'node:crypto'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { privateKey } from '../../store/pairs/private-key.ts'

/** Words of a code. Of 2,048 words each gives 11 bits: 77 in all. */
export const codeLength = 7

const bits = 11
const listed = new Set(wordlist)

/** The first four letters of a word of the list tell it from all others (BIP-39). */
const starts = new Map(wordlist.map((word) => [word.slice(0, 4), word]))

/** Seven words from at least ten random bytes. */
export const codeFrom = (random: Uint8Array): readonly string[] => {
  let number = BigInt(`0x${Buffer.from(random).toString('hex')}`)
  return Array.from({ length: codeLength }, () => {
    const word = wordlist[Number(number & ((1n << BigInt(bits)) - 1n))] ?? ''
    number >>= BigInt(bits)
    return word
  })
}

/** The word of the list that somebody means: whole, cut short after four letters or more, or begun with four that are right, whatever follows. */
export const wordMeant = (word: string): string | undefined => fullOf(word)

/** No word of the list is longer: what is, is several written together. */
export const longestWord = Math.max(...wordlist.map(({ length }) => length))

/** Words that were typed, of which some are written together, as the seven words that they are; null where that can be in no way or in several. */
export const splitWords = (typed: readonly string[]): readonly string[] | null => {
  // Two at most of each: more than one way is as good as none.
  const ways = (letters: string, into: number): string[][] => {
    if (!letters) return into === 0 ? [[]] : []
    const found: string[][] = []
    for (let end = 3; into > 0 && end <= Math.min(letters.length, longestWord) && found.length < 2; end += 1) {
      const word = letters.slice(0, end)
      if (listed.has(word)) found.push(...ways(letters.slice(end), into - 1).map((rest) => [word, ...rest]))
    }
    return found.slice(0, 2)
  }
  const together = (left: readonly string[], into: number): string[][] => {
    const [first, ...others] = left
    if (first === undefined) return into === 0 ? [[]] : []
    const found: string[][] = []
    for (let count = 1; count <= into - others.length && found.length < 2; count += 1) {
      // What is no longer than a word is one, as readCode takes it, or two written together: "drawturn" is "draw" with more behind it, or "draw turn".
      const one = count === 1 && first.length <= longestWord ? fullOf(first) : undefined
      const heads = one ? [[one]] : ways(first, count)
      const tails = heads.length ? together(others, into - count) : []
      found.push(...heads.flatMap((head) => tails.map((tail) => [...head, ...tail])))
    }
    return found.slice(0, 2)
  }
  const found = together(typed, codeLength)
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Words of the list that are one slip of a finger away: a letter more, less or another, or two that changed places. */
export const wordsNear = (typed: string): readonly string[] => wordlist.filter((word) => isNear(typed, word)).slice(0, 3)

const isNear = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

/** The words of a code as somebody typed it, in whatever letters, with whatever between them, cut short after four letters; null where it is none. */
export const readCode = (typed: string): readonly string[] | null => {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
  if (words.length !== codeLength) return null
  const known = words.flatMap((word) => fullOf(word) ?? [])
  return known.length === codeLength ? known : null
}

const fullOf = (word: string): string | undefined => {
  if (listed.has(word)) return word
  return word.length >= 4 ? starts.get(word.slice(0, 4)) : undefined
}

/** What a code gives: by which hash its concern is found (`pepper`: a secret outside the database), and the key pair that replies are sealed to. */
export const keysOf = async (words: readonly string[], pepper: Uint8Array) => {
  const from = (what: string): Buffer => Buffer.from(hkdfSync('sha256', words.join(' '), 'waymark code 1', what, 32))
  return {
    hash: createHmac('sha256', pepper).update(from('find')).digest(),
    pair: await privateKey(from('reply')),
  }
}
