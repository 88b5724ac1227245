import { codeLength, readCode, wordMeant } from './code.ts'

/** What is wrong with words that were typed, as far as the list of words tells it: nobody is asked. */
export type TypedFault = { fault: 'none' } | { fault: 'number'; given: number } | { fault: 'not-listed'; words: readonly string[] }

/** A word that is spelt otherwise, and the one that was taken for it. */
export type ReadAs = { typed: string; word: string }

export const typedCode = (typed: string): { code: readonly string[]; readAs: readonly ReadAs[] } | TypedFault => {
  const words = wordsOf(typed)
  if (!words.length) return { fault: 'none' }
  const strange = words.filter((word) => wordMeant(word) === undefined)
  if (strange.length) return { fault: 'not-listed', words: [...new Set(strange)].slice(0, codeLength) }
  const code = readCode(typed)
  const readAs = words.flatMap((one): ReadAs[] => {
    const word = wordMeant(one)
    return word === undefined || word.startsWith(one) ? [] : [{ typed: one, word }]
  })
  return code ? { code, readAs } : { fault: 'number', given: words.length }
}

const wordsOf = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
