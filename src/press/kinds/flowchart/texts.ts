import type { ReachedAction } from '../../../domain/flow/route.ts'
import { actionWords, type FlowWords } from '../../../domain/flow/words.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { displayOf, shortNameOf } from '../../shared/paper/lines.ts'

export type Line = { name: string; number: string }

/** The words of a flow as a sheet prints them. */
export type Texts = {
  locale: PackLocale
  words: FlowWords
  /** Of an option of an entry. */
  label(entry: string, option: string): string
  title(action: ReachedAction): string
  /** Several as one sentence. */
  joined(texts: readonly string[]): string
  lines(services: readonly string[]): Line[]
}

export const textsOf = (locale: PackLocale, words: FlowWords): Texts => {
  const { t } = locale
  return {
    locale,
    words,
    label: (entry, option) => words.entries.get(entry)?.options?.[option] ?? option,
    title: (action) => actionWords(words, action)?.title ?? action.id,
    // Only the first begins with a capital, but for names and `I`.
    joined: (texts) =>
      texts
        .map((text, at) => (at ? text.replace(/^(?:An? |[A-Z](?=[a-z]))/, (first) => first.toLowerCase()) : text))
        .join(` ${t('pathway.or')} `),
    lines: (services) =>
      services.flatMap((service) => {
        const number = displayOf(locale, service)
        return number ? [{ name: shortNameOf(locale, service), number }] : []
      }),
  }
}
