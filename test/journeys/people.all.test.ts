import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { phone, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'

/* Joiner, mover, leaver as an administrator walks it on a phone, without script. */

const browser = useBrowser()
let desk: ServedDesk
let administrator: Somebody
let page: Page
beforeAll(async () => {
  desk = await serveTestDesk()
  administrator = await desk.somebody(['administrator'], { name: 'Mina Footbridge' })
  await desk.somebody(['coordinator'], { name: 'Asha Stile' })
  page = await (await browser.context({ ...phone, script: false })).newPage()
  await page.context().addCookies([{ name: 'waymark-desk', value: administrator.token, url: `${desk.at}/desk` }])
})
afterAll(async () => {
  await page.context().close()
  await desk.stop()
})

const told = () => page.locator('.message.told h2').innerText()
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (name: string) => page.getByRole('link', { name }).first().click()

test('an administrator invites someone, gives a role, sets a last day, moves them and ends their access', async () => {
  await page.goto(`${desk.at}/desk/people`)
  await follow('Invite someone')
  // What is wrong is said at once, and leads to its field.
  await press('Send the invitation')
  expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toHaveLength(4)
  await page.getByRole('link', { name: 'Choose at least one role.' }).click()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('roles')
  await page.getByLabel('Their name').fill('Ida Towpath')
  await page.getByLabel('Their work email address').fill('ida@example.org')
  await page.getByLabel('The organisation they work for').selectOption('watford')
  await page.getByLabel('SPOC', { exact: true }).check()
  await press('Send the invitation')
  expect(await told()).toBe('The invitation is on its way')

  await follow('Give another role')
  await page.getByLabel('Trainer', { exact: true }).check()
  await press('Give this role')
  expect(await told()).toBe('The role has been added')

  await follow('Set a last day')
  await press('Save the last day')
  await page.getByRole('link', { name: 'Enter their last day' }).click()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('day-day')
  const last = Temporal.Now.plainDateISO('Europe/London').add({ days: 5 })
  for (const part of ['day', 'month', 'year'] as const) await page.locator(`[name=day-${part}]`).fill(String(last[part]))
  await press('Save the last day')
  expect(await told()).toBe('The last day has been set')

  await follow('Move to another organisation')
  await page.getByLabel('New organisation').selectOption('stevenage')
  await page.getByLabel('Practitioner', { exact: true }).check()
  await press('Move Ida Towpath')
  expect(await told()).toBe('Ida Towpath now works for Stevenage Borough Council')

  await follow('End access…')
  expect(await page.locator('.confirm').innerText()).toContain('Their invitation stops working.')
  await press('End the access of Ida Towpath')
  expect(await told()).toBe('Ida Towpath no longer has access')
  expect(await page.locator('main').innerText()).toContain('Watford Borough Council')

  await page.goto(`${desk.at}/desk/people?view=left`)
  expect(await page.locator('.rows tbody tr').innerText()).toContain('Ida Towpath')
  const verbs = await desk.owner.selectFrom('audit').select('verb').where('verb', 'not like', 'read-%').orderBy('seq').execute()
  expect(verbs.map(({ verb }) => verb)).toEqual(['invite-person', 'give-role', 'set-last-day', 'move-person', 'end-access'])
})
