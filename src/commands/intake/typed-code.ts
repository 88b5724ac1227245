import { codeLength, longestWord, readCode, splitWords, wordMeant, wordsNear } from './code.ts'

/** What is wrong with words that were typed, as far as the list of words tells it: nobody is asked. */
export type TypedFault =
  | { fault: 'none' }
  | { fault: 'number'; given: number }
  /** Some are written together, and can be read in no way or in several. */
  | { fault: 'joined' }
  /** `near`: words of the list that may have been meant. */
  | { fault: 'not-listed'; words: readonly string[]; near: readonly { typed: string; words: readonly string[] }[] }

/** A word that is spelt otherwise, and the one that was taken for it. */
export type ReadAs = { typed: string; word: string }

export const typedCode = (typed: string): { code: readonly string[]; readAs: readonly ReadAs[] } | TypedFault => {
  const words = wordsOf(typed)
  if (!words.length) return { fault: 'none' }
  if (words.length < codeLength && words.some(({ length }) => length > longestWord)) {
    const code = splitWords(words)
    return code ? { code, readAs: [] } : { fault: 'joined' }
  }
  const strange = words.filter((word) => wordMeant(word) === undefined)
  if (strange.length) {
    const shown = [...new Set(strange)].slice(0, codeLength)
    const near = shown.map((one) => ({ typed: one, words: wordsNear(one) }))
    return { fault: 'not-listed', words: shown, near: near.filter((one) => one.words.length) }
  }
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
