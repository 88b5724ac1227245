import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumArguments, findChromium } from '../../tools/chromium.ts'
import { receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { coverFor, type ReportSite, serveReports } from '../support/report-site.ts'

/* Someone leaves a report in a hurry, and whoever takes the phone next presses Back, and lets the browser send again what it asks about. */

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
let browser: Browser
beforeAll(async () => {
  desk = await openTestDesk()
  const receiving = await receivingDesk(desk)
  intake = receiving.intake
  await coverFor(desk, receiving.anna)
  site = await serveReports(intake)
  const { path, env } = await findChromium()
  browser = await chromium.launch({
    executablePath: path,
    args: [...chromiumArguments],
    // As in the hands of a reader: with this argument Back would keep nothing at all.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    env: { ...process.env, ...env },
  })
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await intake.close()
  await desk.close()
})

const secret = 'Zebediah Quillfeather locks them in at night.'
const place = 'Behind the car wash'

const opened = async (): Promise<Page> => {
  const context = await browser.newContext()
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  return page
}
const on = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Typed on two pages, and begun on a third. */
const typed = async (page: Page): Promise<string> => {
  await page.goto(`http://${site.host}/report`)
  await on(page, 'Start')
  await page.locator('#what').fill(secret)
  await on(page, 'Continue')
  await page.getByLabel('Where exactly?').fill(place)
  await on(page, 'Continue')
  await page.getByLabel('What kind of place is it?').waitFor()
  return page.locator('input[name=so-far]').inputValue()
}
const leave = async (page: Page): Promise<void> => {
  await page.locator('.govuk-exit-this-page__button').click()
  // No name resolves here, so another host is a page of the browser that says so: it takes the same place in the history.
  await page.waitForURL(/^chrome-error:/)
}
/** Back, and yes to what the browser asks: it keeps no page that was posted to, and may send again what led to it. */
const backAnd = async (page: Page): Promise<void> => {
  const lets = () => page.waitForTimeout(300)
  const kept = await page.goBack().catch(() => 'asks first')
  await lets()
  if (kept === 'asks first') await page.reload().catch(() => null)
  await lets()
}
/** All that a page has, and what its fields hold. */
const held = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.innerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ].join('\n'),
  )

test('after “Leave this page”, Back shows nothing of a report, and nothing of it can be sent on', async () => {
  const page = await opened()
  const carried = await typed(page)
  await leave(page)
  for (let times = 0; times < 3; times += 1) {
    await backAnd(page)
    const now = await held(page)
    expect(now).not.toContain('Quillfeather')
    expect(now).not.toContain(place)
    expect(now).not.toContain('so-far')
  }
  // What a browser would send again, if it asked its reader first.
  const again = await page.request.post(`http://${site.host}/report`, {
    form: { 'so-far': carried, at: 'signs', leave: 'signs' },
    headers: { origin: `http://${site.host}` },
  })
  expect([again.status(), (await again.text()).includes('This page is closed')]).toEqual([400, true])
  await page.context().close()
})

test('its own Back goes back and keeps what was said; a browser that keeps whole pages is shown none of it, and led to the start', async () => {
  const page = await opened()
  await typed(page)
  await on(page, 'Back')
  await expect.poll(() => page.locator('#where').inputValue()).toBe(place)
  await on(page, 'Back')
  await expect.poll(() => page.locator('#what').inputValue()).toBe(secret)
  // Safari and Firefox keep posted pages too. None is here, so the page is told what they tell it.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  expect(await held(page)).not.toMatch(/Quillfeather|so-far/)
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect.poll(() => page.locator('h1').first().innerText()).toBe('Tell us what you saw, or what is happening to you')
  await page.context().close()
})

test('the words of a code that were typed do not come back, and what the way out has closed opens nothing', async () => {
  const page = await opened()
  await page.goto(`http://${site.host}/report/code`)
  await page.locator('#words').fill('abandon ability')
  await page.goto(`http://${site.host}/privacy`)
  await page.goBack()
  await expect.poll(() => page.locator('#words').inputValue()).toBe('')
  const carried = await page.locator('input[name=so-far]').inputValue()
  await leave(page)
  const again = await page.request.post(`http://${site.host}/report/code`, {
    form: { 'so-far': carried, words: 'abandon ability able about above absent absorb' },
    headers: { origin: `http://${site.host}` },
  })
  expect(await again.text()).toContain('This page was closed.')
  await page.context().close()
})
