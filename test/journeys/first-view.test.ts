import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phone, useBrowser, zoomed } from '../support/browser.ts'
import { everyPage } from '../support/every.ts'
import { inSight as wholly } from '../support/geometry.ts'
import { startWorlds } from '../support/site.ts'
import { visit } from '../support/visit.ts'

const browser = useBrowser()
const world = startWorlds()
let page: Page
beforeAll(async () => {
  page = await browser.open(phone)
})
afterAll(() => page.context().close())

const inSight = (selector: string) => page.locator(selector).first().evaluate(wholly)

describe('the first view of /get-help on a phone', () => {
  // A tall phone and a small one.
  test.for([phone.viewport, { width: 390, height: 664 }, { width: 360, height: 640 }])(
    '$width x $height shows 999 and the way out',
    async (viewport, { expect }) => {
      await page.setViewportSize(viewport)
      await page.goto(`${(await world('evening')).url}/get-help`)
      expect(await inSight('a[href="tel:999"]')).toBe(true)
      expect(await inSight('.govuk-exit-this-page__button')).toBe(true)
    },
  )
  test('so it is in every language on a phone with its browser’s bars', async () => {
    const views = everyPage().filter((view) => view.language && view.name.endsWith('/get-help'))
    for (const view of views) {
      await visit(page, (await world('evening')).url, view.steps)
      for (const viewport of [
        { width: 390, height: 664 },
        { width: 360, height: 640 },
      ]) {
        await page.setViewportSize(viewport)
        const seen = [await inSight('a[href="tel:999"]'), await inSight('.govuk-exit-this-page__button')]
        expect(seen, `${view.name}, ${viewport.width} x ${viewport.height}`).toEqual([true, true])
      }
    }
    expect(views.length).toBeGreaterThan(5)
  })
  test.for([phone.viewport, { width: 390, height: 664 }, { width: 360, height: 640 }])(
    'the home page shows 999, the police and the helpline, $width x $height',
    async (viewport, { expect }) => {
      await page.setViewportSize(viewport)
      await page.goto(`${(await world('evening')).url}/`)
      for (const number of ['999', '101', '08000121700']) expect(await inSight(`a[href="tel:${number}"]`), number).toBe(true)
    },
  )
  test('at 400 % zoom the bar of the way out takes less than a quarter', async () => {
    await page.setViewportSize(zoomed.viewport)
    await page.goto(`${(await world('evening')).url}/get-help`)
    const bar = await page.locator('.out').evaluate((e) => e.getBoundingClientRect().height)
    expect(bar).toBeGreaterThan(40)
    expect(bar).toBeLessThan(zoomed.viewport.height / 4)
  })
  test('what is not in it is seen not to be', async () => {
    expect(await inSight('footer a')).toBe(false)
  })
})
