import { IntlMessageFormat } from 'intl-messageformat'
import type { WordId } from '../content/word-ids.ts'
import type { WordsOf } from '../content/words.ts'

/** Says messages of the pack in one language, with plain values: what dates, hours and costs are put into words with. */
export type FormatText<Id extends string = WordId> = {
  (id: Id, values?: Readonly<Record<string, string | number>>): string
  /** BCP 47 tag for dates, times and numbers. */
  locale: string
}

/** The same, for a page or a sheet. A message asked for with a value missing throws: it is a fault of the page. */
export type FormatMessage<Id extends string = WordId> = FormatText<Id> & {
  /** A message with marked parts: `<a>…</a>` in the words calls `values.a` with what stands inside. One part, or all of them in order. */
  rich<Part>(
    id: Id,
    values: Readonly<Record<string, string | number | Part | ((inner: Part[]) => Part)>>,
  ): string | Part | (string | Part)[]
  /** Tag of the language, as in `lang`. */
  language: string
}

/**
 * Messages that have been read, by locale and text: to read one takes far longer than to say it. Pages, sheets and every language that shows
 * the English of a text say the same ones, and so does a pack that is read anew.
 */
const read = new Map<string, Map<string, IntlMessageFormat>>()

/** The pack's messages in one language: the only reader of ICU MessageFormat in pages, sheets and files. */
export const messagesIn = <Id extends string>(words: WordsOf<Id>, locale = 'en-GB'): FormatMessage<Id> => {
  const known = read.get(locale) ?? new Map<string, IntlMessageFormat>()
  read.set(locale, known)
  const message = (id: Id): IntlMessageFormat => {
    const text = words.messages[id]
    const there = known.get(text)
    if (there) return there
    const format = new IntlMessageFormat(text, locale)
    known.set(text, format)
    return format
  }
  const t = (id: Id, values: Readonly<Record<string, string | number>> = {}): string => String(message(id).format(values))
  const rich: FormatMessage<Id>['rich'] = <Part>(
    id: Id,
    values: Readonly<Record<string, string | number | Part | ((inner: Part[]) => Part)>>,
  ) => message(id).format<Part>(values as Record<string, string | number | Part | ((inner: (string | Part)[]) => Part)>)
  return Object.assign(t, { rich, language: words.language, locale })
}
