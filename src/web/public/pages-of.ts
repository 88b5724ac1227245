import { addressIn } from '../context/addresses.ts'
import { localeIn } from '../context/locale.ts'
import { languagesOf } from '../context/published.ts'
import type { Locale, RenderContext } from '../context/types.ts'
import type { Page, PageParts, PagesOf, SitePage } from './layout/page.ts'
import { registry } from './registry.ts'

/** Every page of a site that needs nothing of the reader, by its address. Two pages at one address are a mistake that must not go unseen. */
export const pagesOf = (locale: Locale, entries: readonly (Page | PagesOf)[] = registry): ReadonlyMap<string, SitePage> => {
  const english = entries.flatMap((entry) => (typeof entry === 'function' ? entry(locale) : [entry]))
  const pages = new Map<string, SitePage>()
  for (const page of english.flatMap((page, at) => [{ ...page, locale }, ...translationsAfter(locale, english, at)])) {
    if (pages.has(page.path)) throw new Error(`two pages stand at ${page.path}`)
    pages.set(page.path, page)
  }
  return pages
}

/** Pages of one set of texts follow one another; after the last of them they stand again in each language that has the set. */
const translationsAfter = (locale: Locale, english: readonly Page[], at: number): SitePage[] => {
  const texts = english[at]?.texts
  if (texts === undefined || english[at + 1]?.texts === texts) return []
  return languagesOf(locale, texts).flatMap((translations) => {
    const other = localeIn(locale, translations, texts)
    return english
      .filter((page) => page.texts === texts)
      .map((page) => ({ ...page, path: addressIn(other.language, page.path), locale: other }))
  })
}

/** A page at an instant, with all that its shell says of it. On a site of files it may be another one. */
export const partsOf = (page: SitePage, context: RenderContext): PageParts => {
  const { path, locale } = page
  const shown = (locale.site.publishing.static && page.static) || page
  return { ...shown.render({ ...context, locale }), title: shown.title(locale), path, locale }
}
