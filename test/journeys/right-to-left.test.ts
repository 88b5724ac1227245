import type { Page } from 'playwright-core'
import { beforeAll, describe, test } from 'vitest'
import { desktop, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { everyTemplate } from '../support/every.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { startWorlds } from '../support/site.ts'
import { visit } from '../support/visit.ts'

const browser = useBrowser()
const world = startWorlds()
let page: Page
beforeAll(async () => {
  page = await browser.open(desktop)
})

describe('right to left the page mirrors, and nothing is out of sight', () => {
  // What is written from right to left anyway is looked at in test/accessibility.
  test.for(everyTemplate().filter((view) => !view.language))('$name', async (view, { expect }) => {
    await visit(page, (await world(view.world)).url, view.steps)
    const start = () => page.locator('.brand svg').evaluate((mark) => mark.getBoundingClientRect().left)
    await turnTo(page, desktop)
    const before = await start()
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    const after = await start()
    expect([before < 640, after > 640]).toEqual([true, true])
    const icon = page.locator('.govuk-exit-this-page svg')
    expect(await icon.evaluate((svg) => new DOMMatrix(getComputedStyle(svg).transform).a), 'the icon of the way out').toBe(-1)
    for (const look of [desktop, zoomed]) {
      await turnTo(page, look)
      expect([...(await page.evaluate(outOfSight)), ...(await page.evaluate(smallTargets))], look.name).toEqual([])
    }
  })
})
