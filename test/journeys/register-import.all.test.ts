import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, type Look, phone, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { anEvent } from '../support/register.ts'
import { pupils, teamsReport } from '../support/sheets.ts'

/* A list as somebody who looks after training walks it through, without script: on a phone, and on a desktop. */

const browser = useBrowser()
let desk: ServedDesk
let spoc: Somebody
let trainer: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  spoc = await desk.somebody(['spoc'], { partner: 'watford', name: 'Sol Fold' })
  trainer = await desk.somebody(['trainer'], { partner: 'watford', name: 'Tom Causeway' })
})
afterAll(() => desk.stop())

const pageOf = async (who: Somebody, look: Look): Promise<Page> => {
  const context = await browser.context({ ...look, script: false })
  await context.addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
  return context.newPage()
}

describe.each([phone, desktop])('at $name', (look) => {
  const place = look.viewport.width

  test('a SPOC sends a list, is told what is wrong with it, keeps what is right, and takes it back', async () => {
    const page = await pageOf(spoc, look)
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
    const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click()
    const counted = () =>
      desk.owner.selectFrom('learner').select('name').where('name', 'like', `% Lychgate ${place}`).orderBy('name').execute()
    await page.goto(`${desk.at}/desk/events`)
    await follow('Imports')
    await follow('Import a list')
    // What is wrong is said at once, and leads to its field.
    await press('Send the file')
    await page.getByRole('link', { name: 'Choose a file' }).click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('file')
    const lines = [
      // A column of its own, so that it is not known from the walk before.
      `Name,Work email,Date,Note ${place}`,
      `Abi Lychgate ${place},abi.${place}@example.org,3/11/2026,`,
      `Ben Lychgate ${place},not an email,3/11/2026,`,
      `Cass Lychgate ${place},cass.${place}@example.org,4/11/2026,`,
    ]
    await page.getByLabel('The file').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })
    await press('Send the file')
    expect(await page.locator('h1').innerText()).toBe('What is in each column?')
    expect(await page.getByLabel('Work email').inputValue()).toBe('1')
    await press('Check the list')
    expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
      'Choose what they were taught',
      expect.stringMatching(/dates are written/),
      expect.any(String),
    ])
    await page.getByLabel('Tier 1: everyone', { exact: true }).check()
    await page.getByLabel('Day first: 3/12 is 3 December').check()
    await page.getByLabel('Yes, our course').check()
    await press('Check the list')
    expect(await page.locator('h1').innerText()).toBe('Check before you keep it')
    expect(await page.locator('section:has(#bad)').innerText()).toMatch(/Line 3[\s\S]*This is not an email address/)
    expect(await page.locator('section:has(#first)').innerText()).toContain('3 November 2026')
    expect(await counted()).toEqual([])
    const form = Object.fromEntries(
      await page
        .locator('form:has(button:text("Keep 2 rows")) input')
        .evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value])),
    )
    await press('Keep 2 rows')
    expect(await page.locator('.message.told h2').innerText()).toBe('2 rows are in the register now.')
    expect(await counted()).toEqual([{ name: `Abi Lychgate ${place}` }, { name: `Cass Lychgate ${place}` }])
    // The same page sent again, as where its answer was lost on the way, keeps nothing twice and does not say that nothing was kept.
    const again = await page.context().request.post(`${desk.at}/desk/register/import/keep`, { form, headers: { origin: desk.at } })
    expect([again.status(), await again.text()]).toEqual([400, expect.stringContaining('or it was kept already')])
    expect(await counted()).toHaveLength(2)
    await follow('Imports')
    await page.locator('table.rows tbody a').first().click()
    await press('Take this import back')
    expect(await page.locator('.message.told h2').innerText()).toBe('The import was taken back. 2 rows were removed.')
    expect(await counted()).toEqual([])
    await page.context().close()
  })

  test('a trainer puts the attendance report of a meeting on their event', async () => {
    const { event } = await anEvent(desk, trainer)
    const page = await pageOf(trainer, look)
    const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
    await page.goto(`${desk.at}/desk/events/${event}`)
    await page.getByRole('link', { name: 'Put a list of people on this event' }).click()
    await page.getByLabel('The file').setInputFiles({ name: 'report.csv', mimeType: 'text/csv', buffer: teamsReport(pupils) })
    await press('Send the file')
    if ((await page.locator('h1').innerText()) === 'What is in each column?') await press('Check the list')
    await press(/^Keep \d+ rows$/)
    await page.getByRole('link', { name: 'Confirm who was there' }).click()
    expect(await page.locator('main').innerText()).toContain('Łukasz Wójcik')
    await page.context().close()
  })
})
