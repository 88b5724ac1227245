import { z } from 'zod'
import { id } from '../fact.ts'
import { forWhom, isFor, type Readers } from './readers.ts'

/** Longer than any that somebody could read. */
const longest = 1000

/** A regular expression as the list writes it. It must find something: one that fits nothing at all would be found between any two letters. */
const expression = z
  .string()
  .min(1)
  .max(longest, `a pattern of fewer than ${longest} characters`)
  .refine(
    (text) => {
      try {
        return !new RegExp(text, 'gmi').test('')
      } catch {
        return false
      }
    },
    { error: ({ input }) => faultOf(String(input)) },
  )

const faultOf = (text: string): string => {
  try {
    new RegExp(text, 'gmi')
    return 'a pattern that does not match an empty text'
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*\/[a-z]*: /s, '') : String(error)
    return `a regular expression that JavaScript can read (${why})`
  }
}

/** A word or turn of phrase that readers should not meet, and what to write instead. */
export const stylePatternSchema = z.strictObject({
  id,
  pattern: expression,
  /** Small and capital letters are told apart. */
  case: z.literal(true).optional(),
  /** Shown to the editor as it is. */
  advice: z.string().min(1),
  audience: forWhom,
  /** A hit is dropped where one of these fits words that overlap it. */
  except: z.array(expression).min(1).optional(),
})
export type StylePattern = z.infer<typeof stylePatternSchema>

/** Where in a text something stands that should not. */
export type StyleHit = { id: string; from: number; to: number }

export type CompiledPattern = { id: string; isFor(reader: Readers): boolean; find(text: string): StyleHit[] }

/** Compiles a pattern, once for all texts. */
export const compile = ({ id, pattern, case: exact, audience, except = [] }: StylePattern): CompiledPattern => {
  const flags = exact ? 'm' : 'mi'
  // Most texts have none, and to ask whether they have one is quicker than to look for all.
  const some = new RegExp(pattern, flags)
  const all = new RegExp(pattern, `g${flags}`)
  const not = except.map((one) => new RegExp(one, `g${flags}`))
  return {
    id,
    isFor: (reader) => isFor(audience, reader),
    find: (text) => {
      if (!some.test(text)) return []
      const dropped = not.flatMap((one) => spans(one, text))
      return spans(all, text)
        .filter((hit) => !dropped.some((drop) => drop.from < hit.to && hit.from < drop.to))
        .map((hit) => ({ id, ...hit }))
    },
  }
}

const spans = (pattern: RegExp, text: string): { from: number; to: number }[] =>
  [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ from: index, to: index + words.length }))
