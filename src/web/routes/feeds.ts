import type { Finished } from '../front/finished.ts'
import type { Site } from '../site.ts'

const xml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

/** Atom (RFC 4287). An article's id is its original address: it stays when the site moves. */
const atom = (site: Site): string => {
  const { pack, say, origin } = site
  const title = `${say('site.in-area', { site: pack.brand.name, area: pack.partnership.area })}: ${say('nav.news')}`
  const stamp = (date: string) => `${date}T00:00:00Z`
  const newest = pack.news[0]?.date ?? pack.partnership.checked
  const entries = pack.news.map(
    (a) =>
      `<entry><id>${xml(a.url)}</id><title>${xml(a.title)}</title><link rel="alternate" href="${xml(`${origin}/news/${a.slug}`)}"/><published>${stamp(a.date)}</published><updated>${stamp(a.date)}</updated><summary>${xml(a.description)}</summary><category term="${xml(a.area)}"/></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say.language}"><id>${xml(`${origin}/news`)}</id><title>${xml(title)}</title><link rel="self" href="${xml(`${origin}/news/feed.xml`)}"/><link rel="alternate" href="${xml(`${origin}/news`)}"/><updated>${stamp(newest)}</updated><author><name>${xml(pack.partnership.name)}</name></author>${entries.join('')}</feed>\n`
}

const sitemap = (site: Site, paths: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((p) => `<url><loc>${xml(site.origin + p)}</loc></url>`).join('')}</urlset>\n`

/** Search engines are turned away until the partnership has adopted the pack. */
const robots = (site: Site): string =>
  site.adopted ? `User-agent: *\nAllow: /\nSitemap: ${site.origin}/sitemap.xml\n` : 'User-agent: *\nDisallow: /\n'

const fixed = (type: string, body: string): Finished => ({ type, open: true, make: () => ({ body, until: null }) })

/** Files that readers of feeds and maps ask for, by address. */
export const feeds = (site: Site, paths: readonly string[]): [string, Finished][] => [
  ['/news/feed.xml', fixed('application/atom+xml; charset=utf-8', atom(site))],
  ['/sitemap.xml', fixed('application/xml; charset=utf-8', sitemap(site, paths))],
  ['/robots.txt', fixed('text/plain; charset=utf-8', robots(site))],
]
