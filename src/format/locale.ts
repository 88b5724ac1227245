import type { Pack } from '../content/pack.ts'
import type { Translations } from '../content/translations.ts'
import type { Language } from '../domain/languages/language.ts'
import { everything, inLanguage } from './in-language.ts'
import { type FormatMessage, messagesIn } from './messages.ts'

/** The pack in one language: what a page, a sheet or a file is written with. */
export type PackLocale = {
  /** Its words are in this language as far as they may be read. */
  pack: Pack
  t: FormatMessage
  /** Null: English. */
  language: Language | null
  /** Ids of the texts that are in the language; the others are in English, and marked as English. */
  translated: Pick<ReadonlySet<string>, 'has'>
  /** Are all texts of its pages in its language? */
  complete: boolean
  /** The same in English. Names and pages that have no other language are written with it. */
  english: PackLocale
  /** In English, to stand beside texts that no person has checked; null where nothing is unchecked. */
  englishFallback: PackLocale | null
}

/** The pack in English. */
export const englishLocale = (pack: Pack): PackLocale => {
  const locale: PackLocale = {
    pack,
    t: messagesIn(pack.words),
    language: null,
    translated: everything,
    complete: true,
    get english() {
      return locale
    },
    englishFallback: null,
  }
  return locale
}

/**
 * The pack in another language, for the pages of one set of texts, as far as they may be published. While one of the texts is unreviewed
 * the English stands beside them all. `drafts`: the sets of which unreviewed texts may be shown.
 */
export const localeIn = (english: PackLocale, translations: Translations, set: string, drafts: readonly string[]): PackLocale => {
  const { language } = translations
  const { pack, translated, complete, reviewed } = inLanguage(english.pack, translations, set, drafts)
  return {
    pack,
    t: messagesIn(pack.words, language.locale),
    language,
    translated,
    complete,
    english,
    englishFallback: reviewed ? null : english,
  }
}
