import { attribute, elementsOf } from './html.ts'

type Answer = { status: number; ids: ReadonlySet<string> }
const answers = new Map<string, Promise<Answer>>()

const idsOf = (html: string): ReadonlySet<string> => new Set(elementsOf(html).flatMap((e) => attribute(e, 'id') ?? []))

const answerOf = (url: string): Promise<Answer> => {
  const known = answers.get(url) ?? fetch(url, { redirect: 'manual' }).then(async (a) => ({ status: a.status, ids: idsOf(await a.text()) }))
  answers.set(url, known)
  return known
}

/**
 * Links of a page that lead nowhere. Links to other hosts are not followed, only read. `pages`: a site that has the same pages, which
 * is asked for those of which no place is named: what it was asked for once it need not make again.
 */
export const deadLinks = async (origin: string, html: string, pages = origin): Promise<string[]> => {
  const dead: string[] = []
  const own = idsOf(html)
  for (const element of elementsOf(html)) {
    const href = attribute(element, 'href') ?? attribute(element, 'action')
    if (href === null || attribute(element, 'rel') === 'canonical') continue
    if (href.startsWith('#')) {
      if (!own.has(href.slice(1))) dead.push(`${href}: no such place on the page`)
    } else if (href.startsWith('/')) {
      const [path = '', anchor] = href.split('#')
      const { status, ids } = await answerOf((anchor === undefined && !/\.\w+$/.test(path) ? pages : origin) + path)
      if (status !== 200) dead.push(`${href}: ${status}`)
      else if (anchor !== undefined && !ids.has(anchor)) dead.push(`${href}: no such place there`)
    } else if (!/^(https:\/\/[^/]+\.|tel:\+?\d+$|mailto:|data:image\/svg)/.test(href)) dead.push(`${href}: not https`)
  }
  return dead
}
