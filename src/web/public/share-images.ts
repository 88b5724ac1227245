import type { Card } from '../../press/kinds/share-image/card.ts'
import { momentOf, type Site } from '../context/site.ts'
import type { PageParts } from './layout/shell.tsx'
import { type PageOf, pagesOf } from './registry.ts'

/** What the picture of each page says, by the page's address. They are drawn when the site is built (tools/cards.ts). */
export const cardsOf = (site: Site, now: Temporal.Instant): Map<string, Card> => {
  const moment = momentOf(site, now)
  return new Map([...pagesOf(site)].map(([path, page]: [string, PageOf]) => [path, cardOf(site, page(moment), path)]))
}

const cardOf = (english: Site, page: PageParts, path: string): Card => {
  const site = page.site ?? english
  const { language, pack, say } = site
  return {
    // True but harmless in a chat as in a history, where the page's title is that.
    title: page.title,
    language: say.language,
    direction: language?.direction ?? 'ltr',
    face: language?.face ?? 'atkinson',
    site: pack.brand.name,
    area: pack.partnership.area,
    demonstration: site.adopted ? null : demonstration(site),
    draft: site.beside ? english.say('card.draft') : null,
    drawing: pack.drawings.get(lastOf(path)) ?? pack.drawings.get(pack.pages.get(lastOf(path) || 'home')?.drawing ?? '') ?? null,
  }
}

/** A drawing has the name of what it shows, which is also the end of its page's address; else the page names one. */
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** In English it names nobody, so that a card in a chat gives nothing away; before it stands the page's own word for it. */
const demonstration = (site: Site): Card['demonstration'] => ({
  own: site.language ? ownWord(site) : null,
  english: site.english.say('card.demonstration'),
})

/** The marked part of the demonstration line: `Demonstration.` */
const ownWord = ({ say, pack }: Site): string => {
  let marked = ''
  say.rich('site.demonstration', { partnership: pack.partnership.name, b: (inner) => (marked = String(inner)) })
  return marked
}
