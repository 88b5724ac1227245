import { IntlMessageFormat } from 'intl-messageformat'
import type { WordId } from '../../../content/word-ids.ts'
import type { Words } from '../../../content/words.ts'
import type { SayPlain } from '../../../format/hours.ts'

/** A stretch of text on paper: plain, strong, a number or key that reads left to right and never breaks, or a link (`a` leads, `t` is read). */
export type Run = string | { b: string } | { n: string } | { a: string; t: string }

/** Speaks the pack's words for paper: marked parts come as runs, and what is a link on a page is plain here. */
export type Speak = SayPlain & { runs(id: WordId, values?: Record<string, string | Run>): Run[] }

/** Messages that have been read: to read one takes far longer than to say it, and sixty outputs say the same ones. */
const known = new WeakMap<Words, Map<string, IntlMessageFormat>>()

export const speakIn = (words: Words, locale = 'en-GB'): Speak => {
  const messages = known.get(words) ?? new Map<string, IntlMessageFormat>()
  known.set(words, messages)
  const format = (id: WordId, values: Record<string, unknown>) => {
    const key = `${locale} ${id}`
    const message = messages.get(key) ?? new IntlMessageFormat(words.messages[id], locale)
    messages.set(key, message)
    return message.format(values as Record<string, string>)
  }
  const say = (id: WordId, values: Record<string, string | number> = {}): string => String(format(id, values))
  const runs = (id: WordId, values: Record<string, string | Run> = {}): Run[] => {
    const parts = format(id, {
      ...values,
      b: (inner: unknown[]) => ({ b: inner.join('') }),
      a: (inner: unknown[]) => inner.at(0),
    }) as unknown
    return Array.isArray(parts) ? (parts as Run[]) : [String(parts)]
  }
  return Object.assign(say, { runs, locale })
}
