import { expect } from 'vitest'
import { desktop, turnTo, zoomed } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { outOfSight, smallTargets } from '../../support/geometry.ts'
import { among, type Probe } from './probe.ts'

/** What is written from right to left anyway is looked at as it is. This one leaves the page mirrored: it comes last. */
export const mirrored: Probe = {
  name: 'right to left it mirrors, and nothing is out of sight',
  asks: among(everyTemplate().filter((view) => !view.language)),
  look: async ({ page }) => {
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
  },
}
