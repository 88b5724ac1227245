import { describe, expect, test } from 'vitest'
import { pagesOf } from '../../src/web/public/pages-of.ts'
import { everyView } from '../support/every.ts'
import { attribute, elementsOf } from '../support/html.ts'
import { deadLinks } from '../support/links.ts'
import { startWorlds } from '../support/site.ts'
import type { World } from '../support/views.ts'
import { fetchView } from '../support/visit.ts'

const world = startWorlds()

/** Worlds of the same pages at other moments. Their files may be those of other campaigns. */
const momentary = ['today', 'holiday', 'open', 'closed', 'later', 'adopted'] as const

test.for(momentary)('the pages of a site are the same at every moment: %s', async (when, { expect }) => {
  const pathsOf = async (which: World): Promise<string[]> => [...pagesOf((await world(which)).locale).keys()]
  expect(await pathsOf(when)).toEqual(await pathsOf('evening'))
})

describe('every link leads somewhere', () => {
  test.for(everyView())('$name', async (view, { expect }) => {
    const { url } = await world(view.world)
    const { url: pages } = await world(momentary.some((when) => when === view.world) ? 'evening' : view.world)
    const { html } = await fetchView(url, view.steps)
    expect(elementsOf(html).filter((e) => attribute(e, 'href') !== null).length).toBeGreaterThan(15)
    // A page that cannot be made here is a page that a link may not lead to.
    const broken = view.world === 'failing' ? ['/about: 500', '/about#wrong: 500', '/resources: 500'] : []
    expect((await deadLinks(url, html, pages)).filter((link) => !broken.includes(link))).toEqual([])
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
