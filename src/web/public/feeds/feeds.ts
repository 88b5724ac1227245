import { always } from '../../../domain/time/validity.ts'
import type { Locale } from '../../context/types.ts'
import type { FinishedPage } from '../../http/page-cache.ts'
import type { SitePage } from '../layout/page.ts'

const xml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

/** Atom (RFC 4287). An article's id is its original address: it stays when the site moves. */
const atom = (locale: Locale): string => {
  const {
    pack,
    t,
    site: {
      publishing: { origin },
    },
  } = locale
  const title = `${t('site.in-area', { site: pack.brand.name, area: pack.partnership.area })}: ${t('nav.news')}`
  const stamp = (date: string) => `${date}T00:00:00Z`
  const newest = pack.news[0]?.date ?? pack.partnership.checked
  const entries = pack.news.map(
    (a) =>
      `<entry><id>${xml(a.url)}</id><title>${xml(a.title)}</title><link rel="alternate" href="${xml(`${origin}/news/${a.slug}`)}"/><published>${stamp(a.date)}</published><updated>${stamp(a.date)}</updated><summary>${xml(a.description)}</summary><category term="${xml(a.area)}"/></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${t.language}"><id>${xml(`${origin}/news`)}</id><title>${xml(title)}</title><link rel="self" href="${xml(`${origin}/news/feed.xml`)}"/><link rel="alternate" href="${xml(`${origin}/news`)}"/><updated>${stamp(newest)}</updated><author><name>${xml(pack.partnership.name)}</name></author>${entries.join('')}</feed>\n`
}

/** Pages that search engines may show, by address. A draft asks not to be shown, so it is not pointed at either. */
const shownIn = (pages: ReadonlyMap<string, SitePage>): string[] =>
  [...pages.values()].filter(({ locale }) => !locale.englishFallback).map(({ path }) => path)

const xhtml = 'http://www.w3.org/1999/xhtml'

/** Sitemap (sitemaps.org 0.9). A page names itself and all its other languages: developers.google.com, "localized versions", by sitemap. */
const sitemap = (locale: Locale, shown: readonly string[]): string => {
  const tags = locale.pack.translations.map(({ language }) => language.id)
  const plain = (path: string): string =>
    tags.reduce((rest, tag) => (rest.startsWith(`/${tag}/`) ? rest.slice(tag.length + 1) : rest), path)
  const versions = Map.groupBy(shown, plain)
  const link = (tag: string, path: string): string =>
    `<xhtml:link rel="alternate" hreflang="${tag}" href="${xml(locale.site.publishing.origin + path)}"/>`
  const alternates = (path: string): string => {
    const own = plain(path)
    const others = versions.get(own) ?? []
    if (others.length < 2) return ''
    return [
      link(locale.t.language, own),
      ...tags.filter((tag) => others.includes(`/${tag}${own}`)).map((tag) => link(tag, `/${tag}${own}`)),
      link('x-default', own),
    ].join('')
  }
  const urls = shown.map((path) => `<url><loc>${xml(locale.site.publishing.origin + path)}</loc>${alternates(path)}</url>`)
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="${xhtml}">${urls.join('')}</urlset>\n`
}

/** Search engines are turned away until the partnership has adopted the pack. */
const robots = (locale: Locale): string =>
  locale.site.publishing.adopted
    ? `User-agent: *\nAllow: /\nSitemap: ${locale.site.publishing.origin}/sitemap.xml\n`
    : 'User-agent: *\nDisallow: /\n'

const fixed = (type: string, body: string): FinishedPage => ({ type, open: true, make: () => ({ body, valid: always }) })

/** Files that readers of feeds and maps ask for, by address. */
export const feeds = (locale: Locale, pages: ReadonlyMap<string, SitePage>): [string, FinishedPage][] => [
  ['/news/feed.xml', fixed('application/atom+xml; charset=utf-8', atom(locale))],
  ['/sitemap.xml', fixed('application/xml; charset=utf-8', sitemap(locale, shownIn(pages)))],
  ['/robots.txt', fixed('text/plain; charset=utf-8', robots(locale))],
]
