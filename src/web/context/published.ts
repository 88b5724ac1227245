import { pageTexts, type Translations } from '../../content/translations.ts'
import { mayDraft, mayPublish } from '../../domain/languages/language.ts'
import { addressIn } from './addresses.ts'
import type { Locale } from './types.ts'

/**
 * The languages that the pages of a set of texts can be read in. A page of a set of its own is there only where each of its texts may be
 * shown, or, where drafts are, has a draft that was withdrawn: its English is shown in its place.
 */
export const languagesOf = (
  {
    english: {
      pack,
      site: {
        publishing: { drafts },
      },
    },
  }: Locale,
  set: string,
): readonly Translations[] => {
  if (set === 'get-help') return pack.translations
  const page = pack.pages.get(set)
  const whole = page ? pageTexts(page) : []
  return pack.translations.filter(
    ({ texts }) =>
      whole.length > 0 &&
      whole.every(([id]) => {
        const text = texts.get(id)
        return text !== undefined && (mayPublish(text.set, text.state, drafts) || mayDraft(text.set, drafts))
      }),
  )
}

/** The languages that the page at an address can be read in. */
export const languagesAt = (locale: Locale, path: string): readonly Translations[] =>
  languagesOf(locale, locale.site.pages.find((page) => page.path === path)?.texts ?? '')

/** Where a page is to be read from here: in the language of this one, if it is there. */
export const addressFrom = (locale: Locale, path: string): string =>
  languagesAt(locale, path).some(({ language }) => language.id === locale.language?.id) ? addressIn(locale.language, path) : path
