import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { bringAxe, contrastFaults, runAxe } from '../../support/axe.ts'
import { dark, desktop, forcedColours, type Look, phone, turnTo, zoomed } from '../../support/browser.ts'
import { everyForm, everyTemplate } from '../../support/every.ts'
import { noting } from '../../support/noting.ts'
import { show } from '../../support/visit.ts'
import { among, type Probe } from './probe.ts'

const all = Boolean(process.env.WAYMARK_ALL)
// Wide with our script, narrow without: a page has two layouts. At 400 % it is laid out as on a phone, and in forced colours as
// wide as before, with its contrast the reader's own.
const scriptedLooks = all ? [desktop, forcedColours, phone, zoomed] : [desktop]

/** What axe finds on the page in the window in which it is. */
const faultsIn = async (page: Page, { forcedColours: forced }: Look): Promise<string[]> => {
  const { faults, passed } = await runAxe(page, forced)
  expect(passed, 'rules that had something to look at').toBeGreaterThan(15)
  return faults
}

/** What axe finds on the page in each look. */
export const axeFaults = async (page: Page, looks: readonly Look[]): Promise<Record<string, string[]>> => {
  const faults: Record<string, string[]> = {}
  for (const look of looks) {
    await turnTo(page, look)
    const found = await faultsIn(page, look)
    if (found.length) faults[look.name] = found
  }
  return faults
}

/** A page to which none of our script comes. axe itself needs script. */
export const withoutOurScript = async (page: Page): Promise<Page> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setBlockedURLs', { urls: ['*.js'] })
  await bringAxe(page)
  return page
}

const isForm = among(everyForm())

/** With our script, every state in English, and each template in the languages that every probe looks at. */
export const axe = (note: ReturnType<typeof noting>): Probe => ({
  name: 'axe finds nothing',
  asks: (view) => all || !view.language || isForm(view),
  looks: () => scriptedLooks,
  look: ({ page }, look) => faultsIn(page, look),
  note,
})

/** Colours differ neither by language nor by state. */
export const axeInTheDark: Probe = {
  name: 'in dark colours axe finds contrast enough',
  asks: among(everyTemplate().filter((view) => all || (!view.language && view.status < 400))),
  looks: () => [dark],
  look: async ({ page }) => {
    const night = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    return [...(await contrastFaults(page)), ...(night === 'rgb(15, 31, 26)' ? [] : [`the page is ${night}`])]
  },
  note: noting('dark'),
}

/** Pages to which script does more than to give the way out its keys, which it does to all alike: a list that filters, a form that waits, faults that take the focus. */
const withOwnScript = ['/get-help', '/search', '/pathway, organisation', '/resources/your-pack', '/resources/your-pack, every fault']
const gone = withOwnScript.filter((name) => !everyForm().some((view) => view.name === name))
if (gone.length) throw new Error(`no state has the name ${gone.join(', ')}: this list is old`)

/** Without it what script changes; with WAYMARK_ALL every page. `bare`: the page to which none of it comes. */
export const axeWithoutScript = (note: ReturnType<typeof noting>, bare: () => Page): Probe => ({
  name: 'without our script axe finds nothing',
  asks: among(everyForm().filter(({ name }) => all || withOwnScript.includes(name))),
  looks: () => [phone],
  look: async ({ view, origin, sending }, look) => {
    // A page that puts the focus somewhere scrolls there: not in the last view's window.
    await turnTo(bare(), look)
    expect((await show(bare(), origin, sending)).status()).toBe(view.status)
    return faultsIn(bare(), look)
  },
  note,
})
