import { codeLength, isWord, readCode } from './code.ts'

/** What is wrong with words that were typed, as far as the list of words tells it: nobody is asked. */
export type TypedFault = { fault: 'none' } | { fault: 'number'; given: number } | { fault: 'not-listed'; words: readonly string[] }

export const typedCode = (typed: string): { code: readonly string[] } | TypedFault => {
  const words = wordsOf(typed)
  if (!words.length) return { fault: 'none' }
  const strange = words.filter((word) => !isWord(word))
  if (strange.length) return { fault: 'not-listed', words: [...new Set(strange)].slice(0, codeLength) }
  const code = readCode(typed)
  return code ? { code } : { fault: 'number', given: words.length }
}

const wordsOf = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
