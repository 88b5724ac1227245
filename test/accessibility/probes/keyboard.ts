import type { Page } from 'playwright-core'
import { desktop, phone, zoomed } from '../../support/browser.ts'
import { everyTemplate } from '../../support/every.ts'
import { type Round, tabThrough } from '../../support/keys.ts'
import { noting } from '../../support/noting.ts'
import { among, type Probe } from './probe.ts'

/** What is wrong with a walk through the page by the Tab key. */
const faultsOf = ({ stops, expected, wayOut }: Round): string[] => {
  const kinds = stops.map((stop) => stop.kind)
  const [out, main] = [kinds.indexOf('out'), kinds.indexOf('main')]
  return [
    ...(stops.length === expected ? [] : [`${stops.length} stops, but ${expected} things to use`]),
    ...(kinds[0] === 'skip' ? [] : [`the first stop is ${stops[0]?.what}`]),
    ...(main < 0 ? ['no stop in the main part'] : []),
    ...(wayOut && (out < 0 || out > main) ? ['the way out does not come before the main part'] : []),
    ...stops.filter((stop) => !stop.ring).map((stop) => `no ring: ${stop.what}`),
    ...stops
      .filter((stop) => stop.seen < stop.points)
      .map((stop) => `covered or out of sight: ${stop.what}, ${stop.seen} of ${stop.points} points seen`),
  ]
}

export const keyboardFaults = async (page: Page): Promise<string[]> => faultsOf(await tabThrough(page))

const isWide = among(everyTemplate().filter(({ language }, nth) => !language && nth % 3 === 0))

export const keyboard: Probe = {
  name: 'by keyboard each thing is reached in order, with a ring, and nothing lies over it',
  asks: among(everyTemplate()),
  // The bar of the way out lies at the bottom of a phone and of a window at 400 % alike. Wide, where it covers nothing, one page in three.
  looks: (view) => (process.env.WAYMARK_ALL ? [desktop, phone, zoomed] : isWide(view) ? [desktop, zoomed] : [zoomed]),
  look: async ({ page }) => {
    const faults = await keyboardFaults(page)
    // The round ends on the skip link, which lies over the page while it has the focus.
    // And the next round begins at the beginning again.
    await page.evaluate(() => {
      document.body.tabIndex = -1
      document.body.focus({ preventScroll: true })
      document.body.blur()
      document.body.removeAttribute('tabindex')
    })
    return faults
  },
  note: noting('keyboard'),
}
