import type { Child } from 'hono/jsx'
import { IntlMessageFormat } from 'intl-messageformat'
import type { WordId } from '../content/word-ids.ts'
import type { Words } from '../content/words.ts'

export type Values = Record<string, string | number>
/** Values of a message with marked parts: `<a>…</a>` in the words calls `values.a` with what stands inside. */
export type RichValues = Record<string, string | number | Child | ((inner: Child) => Child)>

/** Speaks the pack's words in one language. A message asked for with a value missing throws: it is a fault of the page. */
export type Say = {
  (id: WordId, values?: Values): string
  rich(id: WordId, values: RichValues): Child
  /** Tag of the page's language, as in `lang`. */
  language: string
  /** BCP 47 tag for dates and times. */
  locale: string
}

export const sayIn = (words: Words, locale = 'en-GB'): Say => {
  const made = new Map<WordId, IntlMessageFormat>()
  const message = (id: WordId): IntlMessageFormat => {
    const known = made.get(id)
    if (known) return known
    const format = new IntlMessageFormat(words.messages[id], locale)
    made.set(id, format)
    return format
  }
  const say = (id: WordId, values: Values = {}): string => String(message(id).format(values))
  const rich = (id: WordId, values: RichValues): Child => {
    const parts = message(id).format<Child>(
      Object.fromEntries(Object.entries(values).map(([k, v]) => [k, typeof v === 'function' ? (chunks: Child[]) => v(chunks) : v])),
    )
    return parts
  }
  return Object.assign(say, { rich, language: words.language, locale })
}
