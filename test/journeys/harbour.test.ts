import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { bringAxe, runAxe } from '../support/axe.ts'
import { desktop, type Look, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { harbourStyles } from '../support/harbour/look.ts'
import { type Harbour, harbourAddress, serveHarbour } from '../support/harbour/served.tsx'

const browser = useBrowser()
let served: Harbour
beforeAll(async () => {
  served = await serveHarbour('stored', harbourStyles(inject('assets')))
})
afterAll(() => served.close())

const deed = { name: 'a deed with a rather long name of its own.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }

const onward = async (page: Page): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Continue', exact: true }).click()])
}

/** Nothing runs out of the page in any window, and axe finds nothing: in the narrow layout, with WAYMARK_ALL in each. The walk goes on in its own window. */
const fits = async (page: Page, own: Look): Promise<void> => {
  for (const look of [desktop, zoomed, phone]) {
    await turnTo(page, look)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide, look.name).toBeLessThanOrEqual(0)
    if (look === phone || all) expect((await runAxe(page)).faults, look.name).toEqual([])
  }
  await turnTo(page, own)
}

const all = Boolean(process.env.WAYMARK_ALL)
// The smallest window is the hardest to use: what has the focus must come in sight there.
test.each(all ? [zoomed, phone, desktop] : [zoomed])(
  'someone fills in every kind of entry with a keyboard and a file, $name wide',
  async (look) => {
    const page = await browser.open(look)
    await bringAxe(page)
    await page.goto(served.url + harbourAddress)

    await page.getByLabel('For repairs').check()
    await page.getByLabel('Day').fill('31')
    await page.getByLabel('Month').fill('2')
    await page.getByLabel('Year').fill('2027')
    await fits(page, look)
    await page.keyboard.press('Enter')
    const problem = page.locator('.govuk-error-summary a')
    await problem.waitFor()
    await fits(page, look)
    await problem.click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('arrives-day')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('3')
    await page.getByLabel('What is broken?').fill('The mast\nand the rudder')
    await onward(page)

    await page.getByLabel('Name of the captain').fill('Ann Example')
    await page.getByLabel('We meet in person').check()
    await fits(page, look)
    await onward(page)

    await page.getByRole('button', { name: 'Add another ship' }).click()
    const second = page.getByRole('group', { name: 'Ship 2' })
    await second.getByLabel('Name').fill('Auk')
    await second.getByLabel('Covered').check()
    await page.getByRole('group', { name: 'Ship 1' }).getByLabel('Name').fill('Gull')
    await fits(page, look)
    // Enter in a row sends the page on, and takes no row away.
    await page.getByRole('group', { name: 'Ship 1' }).getByLabel('Name').press('Enter')
    await page.getByRole('heading', { name: 'What do you carry?' }).waitFor()
    await page.getByLabel('Tools').check()
    await fits(page, look)
    await onward(page)

    await page.getByLabel('Anything else?').fill('Nothing')
    await fits(page, look)
    await onward(page)

    await page.getByLabel('Papers of your ships').setInputFiles([deed, { ...deed, name: 'list.pdf' }])
    await onward(page)
    await fits(page, look)
    await page.getByRole('button', { name: 'Remove list.pdf' }).click()
    await page.getByLabel('Day').fill('2')
    await page.getByLabel('Month').fill('feb')
    await page.getByLabel('Year').fill('2026')
    await page.getByLabel('Year').press('Enter')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await fits(page, look)
    const said = async (id: string) => page.locator(`[data-entry="${id}"] dd`).textContent()
    expect([await said('broken'), await said('ships'), await said('cargo'), await said('papers'), await said('signed')]).toEqual([
      'The mast\nand the rudder',
      '{"name":"Gull"}; {"name":"Auk","deck":["covered"]}',
      'tools',
      deed.name,
      '2026-02-02',
    ])
    await page.getByRole('button', { name: 'Change Which ships come?' }).click()
    await page.getByRole('button', { name: 'Remove ship 1' }).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('Auk')
    await onward(page)
    expect(await said('ships')).toBe('{"name":"Auk","deck":["covered"]}')
    await page.context().close()
  },
)
