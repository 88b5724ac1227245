import { expect, test } from 'vitest'
import { draftSets } from '../../src/domain/languages/language.ts'
import { searchData } from '../../src/web/public/search/documents.ts'
import { attribute, type Element, elementsOf, inside, textOf } from './html.ts'
import { ask, post, publicPaths, start, withServer } from './support.ts'

const running = withServer({ at: '2026-11-28T21:10:00Z' })

const search = (q: string) => post(running().port, '/search', { q })
const mainOf = (html: string): Element[] => {
  const main = elementsOf(html).find((e) => e.tagName === 'main')
  return main ? inside(main) : []
}
const linksOf = (html: string): string[] => mainOf(html).flatMap((e) => (e.tagName === 'a' ? (attribute(e, 'href') ?? []) : []))
const headings = (html: string): string[] => mainOf(html).flatMap((e) => (/^h[12]$/.test(e.tagName) ? textOf(e).trim() : []))

test('GET gives the empty form, which posts the field q to the same address', async () => {
  const { status, text } = await ask(running().port, '/search')
  const form = mainOf(text).find((e) => e.tagName === 'form')
  const field = form && inside(form).find((e) => attribute(e, 'name') === 'q')
  expect([status, form && attribute(form, 'action'), form && attribute(form, 'method')]).toEqual([200, '/search', 'post'])
  expect(field && [attribute(field, 'value'), attribute(field, 'autocomplete')]).toEqual(['', 'off'])
})

test.each(['hotel', 'hotle'])('"%s" gives the page of hotels first', async (q) => {
  const { status, text } = await search(q)
  expect([status, linksOf(text)[0]]).toEqual([200, '/sectors/hotel'])
})

test.each([
  ['help line', '/get-help'],
  ['place to sleep', '/support#safe-place'],
  ['16 year old', '/report#a-child'],
  ['a 16 year old girl', '/report#a-child'],
  ['whatsapp', '/report#advice-first'],
])('"%s" leads to %s first', async (q, href) => {
  expect(linksOf((await search(q)).text)[0]).toBe(href)
})

test('a slip in a short word of danger is heard, and another word is not taken for one', async () => {
  expect(linksOf((await search('helo me')).text)[0]).toBe('tel:999')
  expect(linksOf((await search('hotel')).text)[0]).not.toBe('tel:999')
})

test('what was typed stands in the field and nowhere else', async () => {
  for (const typed of ['hotel markerword', 'help me markerword', 'markerword']) {
    const { text, headers } = await search(typed)
    const field = mainOf(text).find((e) => attribute(e, 'name') === 'q')
    expect(field && attribute(field, 'value')).toBe(typed)
    expect(text.split('markerword')).toHaveLength(2)
    expect(JSON.stringify(headers)).not.toContain('markerword')
  }
})

test('what is asked for in an address is not looked for', async () => {
  const { status, text } = await ask(running().port, '/search?q=markerword')
  expect([status, text.includes('markerword')]).toEqual([200, false])
})

test('words of danger bring 999 first, then lines with what is so now', async () => {
  const { text } = await search('they took my passport')
  const { locale } = running()
  expect(linksOf(text)[0]).toBe('tel:999')
  expect(headings(text).slice(0, 3)).toEqual([locale.t('search.results'), locale.t('get-help.danger'), locale.t('search.urgent')])
  expect(text).toContain('class="state')
  expect(linksOf(text).indexOf('/signs#passport-held')).toBeGreaterThan(linksOf(text).indexOf('tel:101'))
})

test('a line says what is so at this minute', async () => {
  const [open, closed] = [await start({ at: '2019-08-03T16:30:00+01:00' }), await start({ at: '2019-08-03T17:00:00+01:00' })]
  const texts = await Promise.all([open, closed].map(async ({ port }) => (await post(port, '/search', { q: 'beacon' })).text))
  await Promise.all([open.stop(), closed.stop()])
  expect(texts[0]).toContain('Open until 5pm today')
  expect(texts[1]).toContain('Closed. Opens Monday at 8am')
})

test('999 stands above every other search too, and where nothing is found', async () => {
  for (const q of ['hotel', 'zzyzx', '']) {
    const page = elementsOf((await search(q)).text)
    const line = page.findIndex((e) => e.tagName === 'section' && inside(e).some((a) => attribute(a, 'href') === 'tel:999'))
    expect([q, line > 0 && line < page.findIndex((e) => e.tagName === 'main')]).toEqual([q, true])
  }
})

test('where nothing is found it says so kindly, and where to go on', async () => {
  const { status, text } = await search('zzyzx')
  expect([status, linksOf(text)]).toEqual([200, ['/get-help', '/signs', '/sectors']])
  expect(text).toContain(running().locale.t('search.none-text'))
})

test('nothing typed: it says what to do, and leads to the field', async () => {
  const { status, text } = await search('   ')
  expect([status, linksOf(text)[0]]).toEqual([400, '#q'])
  expect(text).toContain('<title>Error: Search')
})

test('every public page can be found, and every result leads to a place that is there', async () => {
  const { port, locale } = running()
  const found = new Set(searchData(locale.pack).documents.map(({ href }) => href))
  const pages = new Set([...found].map((href) => href.replace(/#.*/, '')))
  // The first page is where one comes from; Search is where one is. A page with
  // a row of languages leads to itself in each.
  const inRow = (path: string) => draftSets.some((set) => path.endsWith(`/${set}`) && path !== `/${set}`)
  expect(
    publicPaths(running())
      .filter((path) => !pages.has(path) && !inRow(path))
      .toSorted(),
  ).toEqual(['/', '/search'])
  const ids = new Map<string, Set<string>>()
  for (const path of pages) ids.set(path, new Set(elementsOf((await ask(port, path)).text).flatMap((e) => attribute(e, 'id') ?? [])))
  const dead = [...found].filter((href) => {
    const [path = '', id] = href.split('#')
    return !publicPaths(running()).includes(path) || (id !== undefined && !ids.get(path)?.has(id))
  })
  expect(dead).toEqual([])
})

test('a page that cannot be found leads here', async () => {
  expect(linksOf((await ask(running().port, '/nowhere')).text)).toContain('/search')
})
