import type { Card } from '../../press/kinds/share-image/card.ts'
import { renderContext } from '../context/render-context.ts'
import type { Locale } from '../context/types.ts'
import type { PageOf, PageParts } from './layout/page.ts'
import { pagesOf } from './registry.ts'

/** What the picture of each page says, by the page's address. They are drawn when the site is built (tools/cards.ts). */
export const cardsOf = (locale: Locale, now: Temporal.Instant): Map<string, Card> => {
  const context = renderContext(locale, now)
  return new Map([...pagesOf(locale)].map(([path, page]: [string, PageOf]) => [path, cardOf(locale, page(context), path)]))
}

const cardOf = (english: Locale, page: PageParts, path: string): Card => {
  const locale = page.locale ?? english
  const { language, pack, t } = locale
  return {
    // True but harmless in a chat as in a history, where the page's title is that.
    title: page.title,
    language: t.language,
    direction: language?.direction ?? 'ltr',
    face: language?.face ?? 'atkinson',
    site: pack.brand.name,
    area: pack.partnership.area,
    demonstration: locale.site.publishing.adopted ? null : demonstration(locale),
    draft: locale.englishFallback ? english.t('card.draft') : null,
    drawing: pack.drawings.get(lastOf(path)) ?? pack.drawings.get(pack.pages.get(lastOf(path) || 'home')?.drawing ?? '') ?? null,
  }
}

/** A drawing has the name of what it shows, which is also the end of its page's address; else the page names one. */
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** In English it names nobody, so that a card in a chat gives nothing away; before it stands the page's own word for it. */
const demonstration = (locale: Locale): Card['demonstration'] => ({
  own: locale.language ? ownWord(locale) : null,
  english: locale.english.t('card.demonstration'),
})

/** The marked part of the demonstration line: `Demonstration.` */
const ownWord = ({ t, pack }: Locale): string => {
  let marked = ''
  t.rich('site.demonstration', { partnership: pack.partnership.name, b: (inner) => (marked = String(inner)) })
  return marked
}
