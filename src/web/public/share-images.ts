import { type Disclaimer, disclaimerOf } from '../../format/disclaimer.ts'
import type { ShareImage } from '../../press/kinds/share-image/data.ts'
import type { Locale } from '../context/types.ts'
import type { SitePage } from './layout/page.ts'
import { pagesOf } from './pages-of.ts'

/** What the picture of each page says, by the page's address. They are drawn when the site is built (tools/share-images.ts). */
export const shareImagesOf = (locale: Locale): Map<string, ShareImage> =>
  new Map([...pagesOf(locale).values()].map((page) => [page.path, shareImageOf(page)]))

const shareImageOf = ({ path, title, locale }: SitePage): ShareImage => {
  const { language, pack, t } = locale
  return {
    // True but harmless in a chat as in a history, where the page's title is that.
    title: title(locale),
    language: t.language,
    direction: language?.direction ?? 'ltr',
    face: language?.face ?? 'atkinson',
    site: pack.brand.name,
    area: pack.partnership.area,
    demonstration: demonstration(locale),
    draft: locale.englishFallback ? locale.english.t('card.draft') : null,
    drawing: pack.drawings.get(lastOf(path)) ?? pack.drawings.get(pack.pages.get(lastOf(path) || 'home')?.drawing ?? '') ?? null,
  }
}

/** A drawing has the name of what it shows, which is also the end of its page's address; else the page names one. */
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** In English it names nobody, so that a picture in a chat gives nothing away; before it stands the page's own word for it. */
const demonstration = (locale: Locale): ShareImage['demonstration'] => {
  const said = disclaimerOf(locale.pack.partnership)
  return said && { own: locale.language ? ownWord(locale, said) : null, english: locale.english.t(said.card) }
}

/** The marked part of the demonstration line: `Demonstration.` */
const ownWord = ({ t }: Locale, { line, values }: Disclaimer): string => {
  let marked = ''
  t.rich(line, { ...values, b: (inner) => (marked = String(inner)) })
  return marked
}
