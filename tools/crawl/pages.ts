import type { Client } from './client.ts'
import { type Form, formsIn, headingOf, linksIn } from './html.ts'
import { type Answer, eachOf, origin } from './http.ts'
import { decoded, headerOf } from './normalise.ts'

/** What a visitor finds by following every link. */
export type Found = {
  addresses: string[]
  /** Forms that are posted, by the page that has them. */
  forms: Map<string, Form[]>
  /** Titles of pages, as words that somebody might look for. */
  headings: string[]
}

/** Where nothing leads to, but other programs ask (docs/reference/addresses.md), and what may come one day: an address that is not there has an answer too. */
const unlinked = [
  '/',
  '/sitemap.xml',
  '/robots.txt',
  '/favicon.ico',
  '/healthz',
  '/readyz',
  '/version',
  '/.well-known/security.txt',
  '/xapi/about',
  '/code',
  '/desk',
  '/services.json',
  '/openreferral',
  '/openreferral/services',
  '/campaigns.ics',
  '/news/feed.xml',
]

const files = /^\/resources\/[^/]+\.[a-z]+$/
const encodings = [null, 'br', 'gzip'] as const

/** Follows every link within the site; each address by GET and HEAD, packed and not, and once more with its tag. `downloads`: files too. */
export const followLinks = async (client: Client, downloads: boolean): Promise<Found> => {
  const seen = new Set<string>()
  const forms: Found['forms'] = new Map()
  const headings = new Map<string, string>()
  const visit = async (address: string): Promise<string[]> => {
    const answer = await asked(client, address)
    const type = headerOf(answer, 'content-type') ?? ''
    const text = /text|xml/.test(type) ? decoded(answer).toString() : ''
    if (type.startsWith('text/html') && answer.status === 200) {
      const posted = formsIn(text).filter(({ method }) => method === 'post')
      if (posted.length) forms.set(address, posted)
      if (text.includes('<html lang="en')) headings.set(address, headingOf(text))
    }
    const location = headerOf(answer, 'location')
    return [...linksIn(text, address, origin), ...(location?.startsWith('/') ? [location] : [])]
  }
  // First what tells which files there are: until somebody has asked for it, other pages say less of them.
  for (let next = ['/resources']; next.length; ) {
    const wave = next.filter((address) => !seen.has(address) && (downloads || !files.test(address)))
    for (const address of wave) seen.add(address)
    const found = new Set(wave.includes('/resources') ? unlinked : [])
    await eachOf(wave, 4, async (address) => {
      for (const link of await visit(address)) found.add(link)
    })
    next = [...found].sort()
  }
  const inOrder = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return { addresses: [...seen].sort(), forms: new Map(inOrder(forms)), headings: inOrder(headings).map(([, words]) => words) }
}

const asked = async (client: Client, target: string): Promise<Answer> => {
  const gets: Answer[] = []
  for (const encoding of encodings) {
    const headers = encoding ? { 'accept-encoding': encoding } : {}
    const as = encoding ?? 'plain'
    const get = await client.ask(`GET ${target} ${as}`, { method: 'GET', target, headers })
    await client.ask(`HEAD ${target} ${as}`, { method: 'HEAD', target, headers }, get)
    gets.push(get)
    if (files.test(target)) break
  }
  const [plain] = gets
  if (!plain) throw new Error('nothing was asked')
  const etag = headerOf(plain, 'etag')
  if (etag) {
    await client.ask(`GET ${target} with its tag`, { method: 'GET', target, headers: { 'if-none-match': etag } }, plain)
    const others = `"other", W/${etag}`
    await client.ask(`HEAD ${target} with its tag among others`, { method: 'HEAD', target, headers: { 'if-none-match': others } }, plain)
  }
  return plain
}
