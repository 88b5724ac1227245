import { describe, expect, test } from 'vitest'
import { safetyHeaders } from '../../src/web/http/headers.ts'
import { finishedOf } from '../../src/web/public/finished-pages.ts'
import { staticFiles } from '../../src/web/public/static/files.ts'
import { attribute, elementsOf } from '../support/html.ts'
import { deadLinks } from '../support/links.ts'
import { staticSite, withBuilt } from '../support/static.ts'

const built = withBuilt()

const pages = (): string[] => [...finishedOf(built().locale)].flatMap(([path, { type }]) => (type.startsWith('text/html') ? [path] : []))
const texts = new Map<string, Promise<string>>()
/** The text of a page, asked for once. */
const textAt = (path: string): Promise<string> => {
  const text = texts.get(path) ?? get(built().plain.url + path).then((answer) => answer.text())
  texts.set(path, text)
  return text
}
const get = (url: string) => fetch(url, { redirect: 'manual', headers: { 'accept-encoding': 'identity' } })

describe('behind a host that only hands files out', () => {
  test('every address of the site answers as itself', async () => {
    const finished = finishedOf(built().locale)
    expect(finished.size).toBeGreaterThan(60)
    for (const [path, { type }] of finished) {
      const answer = await get(built().host.url + path)
      expect([path, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, type.split(';')[0]])
    }
    for (const path of pages()) expect([path, (await get(built().plain.url + path)).status]).toEqual([path, 200])
  })

  test('what is not there is a 404 that gives the numbers', async () => {
    const answer = await get(`${built().plain.url}/no-such-page`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('href="tel:999"')
  })

  test('every link of every page leads somewhere', async () => {
    const dead: string[] = []
    for (const path of [...pages(), '/no-such-page'])
      dead.push(...(await deadLinks(built().plain.url, await textAt(path))).map((link) => `${path}: ${link}`))
    expect(dead).toEqual([])
  })

  test('no page has a form, for nobody would read it', async () => {
    for (const path of [...pages(), '/no-such-page']) {
      const names = elementsOf(await textAt(path)).map((e) => e.tagName)
      expect([path, names.filter((name) => ['form', 'input', 'button'].includes(name))]).toEqual([path, []])
    }
  })

  test('pages have the served site’s safety headers, and their policy also inside where a host sends none', async () => {
    for (const path of pages()) {
      const answer = await get(built().host.url + path)
      for (const [name, value] of Object.entries(safetyHeaders)) expect([path, answer.headers.get(name)]).toEqual([path, value])
      const inside = elementsOf(await answer.text()).find((e) => attribute(e, 'http-equiv') === 'content-security-policy')
      expect(safetyHeaders['content-security-policy']).toContain(inside && attribute(inside, 'content'))
    }
    const asset = built().locale.site.assets.all[0]?.path
    expect((await get(built().host.url + asset)).headers.get('cache-control')).toContain('immutable')
  })
})

describe('a page that may be read at any time', () => {
  /** What may differ: the day on which it was made, and the name of the script that counts from there. */
  const undated = (text: string): string => text.replace(/Hours as we knew them on \d+ \w+ \d+|(?:now-\w+|search)\.\w+\.js/g, '')
  const known = new Map<string, Map<string, string>>()
  const textOf = (made: string): Map<string, string> => {
    const site = staticSite(made)
    const pages = staticFiles(site, finishedOf(site)).filter(({ name }) => name.endsWith('.html'))
    const own = known.get(made) ?? new Map(pages.map(({ name, make }) => [name, undated(make().toString())]))
    known.set(made, own)
    return own
  }
  /** A morning on which lines are open that are closed on others. */
  const working = '2026-12-02T10:00:00+00:00'

  test('says the same whenever it is made: by day, by night, on a bank holiday', () => {
    const saturday = textOf('2026-11-28T21:10:00+00:00')
    expect(saturday.size).toBeGreaterThan(50)
    for (const other of [working, '2026-12-25T12:00:00+00:00', ...(process.env.WAYMARK_ALL ? ['2026-12-28T07:59:00+00:00'] : [])])
      for (const [name, text] of textOf(other)) {
        // The first two name the next date of each campaign day, with its year; the last says on which day it was as it says.
        if (/^(?:campaigns\/|news\.html|services\.html)/.test(name)) continue
        expect([other, name, text === saturday.get(name)]).toEqual([other, name, true])
      }
  })

  test('never says that a line is open or closed', () => {
    for (const [name, text] of textOf(working))
      expect([name, /Open until|Closed\.|Opens (?:at|tomorrow|\w+day)|Open now|It is today|next one is/.exec(text)?.[0]]).toEqual([
        name,
        undefined,
      ])
  })
})
