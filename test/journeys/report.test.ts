import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { readCode } from '../../src/commands/intake/code.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { coverFor, type ReportSite, serveReports } from '../support/report-site.ts'

/* A neighbour reports on a phone, without script, a name or an account. */

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
const browser = useBrowser()
beforeAll(async () => {
  desk = await openTestDesk()
  const receiving = await receivingDesk(desk)
  intake = receiving.intake
  await coverFor(desk, receiving.anna)
  site = await serveReports(intake)
}, 90_000)
afterAll(async () => {
  await site?.stop()
  await intake.close()
  await desk.close()
})

const heading = (page: Page): Promise<string> => page.locator('h1').first().innerText()
const overflows = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

test('an anonymous report, from the first page to the code', async () => {
  const context = await browser.context({ ...phone, script: false })
  const page = await context.newPage()
  await page.goto(`http://${site.host}/report`)
  expect(await heading(page)).toBe('Tell us what you saw, or what is happening to you')
  const on = async (name: string) => {
    expect(await overflows(page)).toBe(false)
    // The check has Send at its top and at its end: both do the same.
    await page.getByRole('button', { name, exact: true }).first().click()
  }
  await on('Start')
  await on('Continue')
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('Tell us what you saw or heard')
  await page.locator('#what').fill('Four men sleep in a container behind the car wash.\nOne looks about 15.')
  await on('Continue')
  await page.getByLabel('Which area is it in?').selectOption({ label: 'Watford' })
  await page.getByLabel('Where exactly?').fill('Behind the car wash on Mill Lane')
  await on('Continue')
  await page.getByLabel('What kind of place is it?').selectOption({ label: 'Hand car washes' })
  await page.locator('.report-signs summary').first().click()
  await page.locator('.report-signs input').first().check()
  await on('Continue')
  await page.getByLabel('I am not sure').check()
  await on('Continue')
  // Said before anything is sent: who can act sooner than we can.
  expect(await page.locator('.report-alarms').innerText()).toContain('999')
  await on('Continue')
  await on('Continue')
  expect(await heading(page)).toBe('How we can reply to you')
  await on('Back')
  expect(await heading(page)).toBe('Who may read your report')
  await on('Check and send what I have')
  expect(await heading(page)).toBe('Check and send')
  expect(await page.locator('.report-said').innerText()).toContain('One looks about 15.')
  await page.getByRole('button', { name: 'Change: Where and when' }).click()
  await page.getByLabel('When?').fill('Every night')
  await on('Continue')
  expect(await heading(page)).toBe('Check and send')
  expect(await page.locator('.report-said').innerText()).toContain('Every night')
  const screenshot = await page.screenshot()
  expect(await page.locator('main').innerText()).toContain('Do not send a sexual picture of anyone who is or looks under 18.')
  const field = page.locator('input[name=pictures]')
  await field.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') })
  await on('Send')
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('is not a JPEG, PNG or WebP picture')
  await field.setInputFiles({ name: 'van.png', mimeType: 'image/png', buffer: screenshot })
  await page.getByRole('button', { name: 'Send', exact: true }).last().click()
  expect(await heading(page)).toBe('We have your report and 1 picture')
  expect(await desk.owner.selectFrom('concern_picture').select('id').execute()).toHaveLength(1)
  expect(await overflows(page)).toBe(false)
  expect(await page.title()).toContain('Your seven words')
  const words = await page.locator('.report-code li').allInnerTexts()
  expect(words).toHaveLength(7)
  expect((await page.locator('.report-line').innerText()).split(' ')).toEqual(words)
  const code = readCode(words.join(' '))
  expect(code && (await openByCode(intake, code))).toMatchObject({ state: 'new' })
  // Nothing of it is in the address or a cookie.
  expect([new URL(page.url()).pathname, new URL(page.url()).search, await context.cookies()]).toEqual(['/report', '', []])
  // On paper: the words and one address, and nothing else.
  await page.emulateMedia({ media: 'print' })
  const paper = (await page.locator('body').innerText()).split('\n').filter(Boolean)
  expect(paper).toEqual([...words, 'waymark.example.org/code'])
  await context.close()
})
