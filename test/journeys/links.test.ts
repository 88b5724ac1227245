import { describe, expect, test } from 'vitest'
import { everyPage } from '../support/every.ts'
import { attribute, elementsOf } from '../support/html.ts'
import { startWorlds } from '../support/site.ts'
import { fetchView } from '../support/visit.ts'

const world = startWorlds()

type Answer = { status: number; ids: ReadonlySet<string> }
const answers = new Map<string, Promise<Answer>>()

const idsOf = (html: string): ReadonlySet<string> => new Set(elementsOf(html).flatMap((e) => attribute(e, 'id') ?? []))

const answerOf = (url: string): Promise<Answer> => {
  const known = answers.get(url) ?? fetch(url, { redirect: 'manual' }).then(async (a) => ({ status: a.status, ids: idsOf(await a.text()) }))
  answers.set(url, known)
  return known
}

/** Links of a page that lead nowhere. Links to other hosts are not followed, only read. */
const deadLinks = async (origin: string, html: string): Promise<string[]> => {
  const dead: string[] = []
  const own = idsOf(html)
  for (const element of elementsOf(html)) {
    const href = attribute(element, 'href') ?? attribute(element, 'action')
    if (href === null || attribute(element, 'rel') === 'canonical') continue
    if (href.startsWith('#')) {
      if (!own.has(href.slice(1))) dead.push(`${href}: no such place on the page`)
    } else if (href.startsWith('/')) {
      const [path = '', anchor] = href.split('#')
      const { status, ids } = await answerOf(origin + path)
      if (status !== 200) dead.push(`${href}: ${status}`)
      else if (anchor !== undefined && !ids.has(anchor)) dead.push(`${href}: no such place there`)
    } else if (!/^(https:\/\/[^/]+\.|tel:\+?\d+$|mailto:|data:image\/svg)/.test(href)) dead.push(`${href}: not https`)
  }
  return dead
}

describe('every link leads somewhere', () => {
  test.for(everyPage())('$name', async (view, { expect }) => {
    const { url } = await world(view.world)
    const { html } = await fetchView(url, view.steps)
    expect(elementsOf(html).filter((e) => attribute(e, 'href') !== null).length).toBeGreaterThan(15)
    // A page that cannot be made here is a page that a link may not lead to.
    const broken = view.world === 'failing' ? ['/about: 500', '/about#wrong: 500'] : []
    expect((await deadLinks(url, html)).filter((link) => !broken.includes(link))).toEqual([])
  })

  test('dead ones would be noticed', async () => {
    const { url } = await world('evening')
    const html =
      '<a href="/nowhere"></a><a href="/about#nowhere"></a><a href="#nowhere"></a><a href="http://example.org/"></a><a href="/about"></a>'
    expect(await deadLinks(url, html)).toEqual([
      '/nowhere: 404',
      '/about#nowhere: no such place there',
      '#nowhere: no such place on the page',
      'http://example.org/: not https',
    ])
  })
})
