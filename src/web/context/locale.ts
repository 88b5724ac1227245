import type { Translations } from '../../content/translations.ts'
import { englishLocale as packEnglish, localeIn as packLocaleIn } from '../../format/locale.ts'
import { makeMarkdown } from '../../format/markdown.ts'
import { type SiteParts, siteContext } from './site-context.ts'
import type { Locale, SiteContext } from './types.ts'

/** The site in English. */
export const englishLocale = (site: SiteContext): Locale => {
  const locale: Locale = {
    ...packEnglish(site.pack),
    site,
    markdown: makeMarkdown(site.pack),
    get english() {
      return locale
    },
    englishFallback: null,
  }
  return locale
}

/** A site from its parts, in English. */
export const siteInEnglish = (parts: SiteParts): Locale => englishLocale(siteContext(parts))

/** The site in another language, for the pages of one set of texts, as far as they may be published. */
export const localeIn = (english: Locale, translations: Translations, set = 'get-help'): Locale => {
  const { site, markdown } = english
  const locale = packLocaleIn(english, translations, set, site.publishing.drafts)
  return { ...locale, site, markdown, english, englishFallback: locale.englishFallback && english }
}
