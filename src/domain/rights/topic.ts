import { z } from 'zod'
import { id, sure } from '../fact.ts'

const phrase = z.string().regex(/^[a-z0-9][^*]*\*?$/, 'a phrase in lower case, with a * only at its end')

/** A matter on which a wrong sentence can cost someone their protection, and the words by which its sentences are found. */
export const rightsTopicSchema = z.strictObject({
  id,
  title: z.string().min(1),
  /** Whole words or phrases; a `*` at the end stands for any ending. */
  words: z.array(phrase).min(1),
  /** Phrases in which such a word means something else. */
  but_not: z.array(phrase).optional(),
})
export type RightsTopic = z.infer<typeof rightsTopicSchema>

/** Files whose texts are not read for such sentences, and why not. */
export const unreadSchema = z.strictObject({ id, files: z.string().min(1), why: z.string().min(1) })

/** What texts rest on that stand in no row with a source: those of a group of a file, such as words on buttons. */
export const aroundSchema = z.strictObject({ id, file: z.string().min(1), group: id, source: z.string().min(1), sure })

const patternOf = (phrases: readonly string[], flags: string): RegExp => {
  const each = phrases.map((p) => RegExp.escape(p.replace(/\*$/, '')) + (p.endsWith('*') ? '\\p{L}*' : ''))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join('|') || '(?!)'})(?![\\p{L}\\p{N}])`, flags)
}

/** Says of a sentence which topics it speaks of, in the order of the topics. */
export const topicFinder = (topics: readonly RightsTopic[]): ((sentence: string) => string[]) => {
  const made = topics.map(({ id, words, but_not }) => ({ id, has: patternOf(words, 'iu'), not: patternOf(but_not ?? [], 'giu') }))
  return (sentence) => {
    const plain = sentence.replaceAll('’', "'").replace(/\s+/g, ' ')
    return made.filter(({ has, not }) => has.test(plain.replace(not, ' '))).map(({ id }) => id)
  }
}
