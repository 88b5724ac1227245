import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone, turnTo } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { among, type Probe } from './probe.ts'

/** Is the element wholly in the window, with nothing on top of it? */
export const inSight = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((e) => {
      const { left, right, top, bottom } = e.getBoundingClientRect()
      const points = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + 6, top + 8],
        [left + 6, bottom - 8],
      ] as const
      return top >= 0 && bottom <= window.innerHeight && points.every(([x, y]) => e.contains(document.elementFromPoint(x, y)))
    })

export const endOfPage: Probe = {
  name: 'the bar of the way out covers nothing at the end of the page',
  asks: among(everyTemplate()),
  look: async ({ page }) => {
    await turnTo(page, phone)
    const [end, bar] = await page.evaluate(() => {
      window.scrollTo(0, document.documentElement.scrollHeight)
      const last = [...document.querySelectorAll('footer p, footer a')].map((e) => e.getBoundingClientRect().bottom)
      return [Math.max(...last), document.querySelector('.out')?.getBoundingClientRect().top ?? 0]
    })
    expect(bar).toBeGreaterThan(500)
    expect(end).toBeLessThanOrEqual(bar)
    expect(await inSight(page, 'footer p:last-child')).toBe(true)
  },
}
