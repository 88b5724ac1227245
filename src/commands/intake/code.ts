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
