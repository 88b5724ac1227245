import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringAxe, runAxe } from '../support/axe.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { attribute, type Element, elementsOf, textOf, under } from '../support/html.ts'
import { startWorlds } from '../support/site.ts'
import { withBuilt } from '../support/static.ts'
import { fetchView } from '../support/visit.ts'

const built = withBuilt()
const browser = useBrowser()
const world = startWorlds()

let page: Page
let asked: string[] = []
beforeAll(async () => {
  page = await browser.open(phone)
  await page.clock.install({ time: new Date('2026-11-28T21:10:00+00:00') })
  await bringAxe(page)
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
})
afterAll(() => page.context().close())

const look = async (words: string): Promise<void> => {
  asked = []
  await page.goto(`${built().host.url}/search`)
  await page.locator('#q').fill(words)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.locator('#search h2').first().waitFor()
}

/** Address and state of each result, in order. */
const found = (html: string): string[] => {
  const classed = (e: Element, name: string) => attribute(e, 'class')?.split(' ').includes(name) ?? false
  const lists = under(mainOf(html)).filter((e) => classed(e, 'results'))
  return lists
    .flatMap(under)
    .filter((e) => e.tagName === 'li')
    .map((item) => {
      const state = under(item).find((e) => classed(e, 'state'))
      const link = under(item).find((e) => e.tagName === 'a')
      return `${link && attribute(link, 'href')} ${state ? textOf(state) : ''}`.trim()
    })
}
const mainOf = (html: string): Element => {
  const [main] = elementsOf(html)
    .filter((e) => e.tagName === 'main' || attribute(e, 'id') === 'search')
    .slice(-1)
  if (!main) throw new Error('the page has no main part')
  return main
}
const dangers = (html: string): number => under(mainOf(html)).filter((e) => attribute(e, 'class')?.split(' ').includes('danger')).length

describe('search on a page written as a file', () => {
  const words = ['hotle', 'they took my passport', 'zzyzx', 'ajutor', 'police']
  test.each(words.slice(0, process.env.WAYMARK_ALL ? undefined : 3))(
    '"%s" finds what the served search finds, in its order',
    async (words) => {
      await look(words)
      const here = await page.content()
      expect((await runAxe(page)).faults).toEqual([])
      const { html: there } = await fetchView((await world('evening')).url, [{ get: '/search' }, { type: words, press: 'Search' }])
      expect(dangers(there)).toBe(dangers(here))
      // Where nothing is found the served page offers three ways to start; here every page stands below.
      expect(found(here)).toEqual(words === 'zzyzx' ? [] : found(there))
      if (words !== 'zzyzx') expect(found(here).length).toBeGreaterThan(0)
    },
  )

  test('what is typed is in no address and sent to nobody', async () => {
    await look('kidnapped')
    expect(page.url()).toBe(`${built().host.url}/search`)
    expect(asked.length).toBeGreaterThan(4)
    expect(asked.filter((line) => /kidnapped|^(?!GET)/.test(line) || !line.includes(built().host.url))).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
  })

  test('the index is asked for only when somebody comes to the field', async () => {
    asked = []
    await page.goto(`${built().host.url}/search`)
    await page.waitForLoadState('networkidle')
    expect(asked.filter((line) => /find\.|\.json/.test(line))).toEqual([])
    await Promise.all([page.waitForResponse(/search\.\w+\.json/), page.locator('#q').focus()])
  })

  test('nothing typed, and an index that does not come, are told', async () => {
    await page.goto(`${built().host.url}/search`)
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    expect(await page.getByRole('alert').textContent()).toBe('Enter a word to search for, such as hotel or police')
    await page.route(/\.json$/, (route) => route.abort())
    await page.reload()
    await page.locator('#q').fill('hotel')
    await page.keyboard.press('Enter')
    await page.getByText('We could not load the search').waitFor()
    await page.unroute(/\.json$/)
    await page.keyboard.press('Enter')
    await page.locator('#search h2').first().waitFor()
  })

  test('without script there is no field, but every page', async () => {
    const without = await browser.open({ ...phone, script: false })
    await without.goto(`${built().host.url}/search`)
    expect(await without.locator('input').count()).toBe(0)
    expect(await without.locator('#search').innerText()).toContain('JavaScript is off in your browser')
    expect(await without.locator('#pages a').count()).toBeGreaterThan(50)
    await without.context().close()
  })
})
