import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOnCall } from '../../src/commands/rota/list-on-call.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'

let desk: ServedDesk
let coordinator: Somebody
let asha: Somebody
let nell: Somebody
const browser = useBrowser()
const pages = new Map<string, Page>()

beforeAll(async () => {
  desk = await serveTestDesk()
  coordinator = await desk.somebody(['coordinator'], { name: 'Ruth Milestone' })
  asha = await desk.somebody(['practitioner'], { name: 'Asha Stile' })
  nell = await desk.somebody(['practitioner'], { name: 'Nell Byway', partner: 'watford' })
  await desk.as(coordinator, listOnCall, { person: nell.person })
})
afterAll(async () => {
  for (const page of pages.values()) await page.context().close()
  await desk.stop()
})

/** A browser of this person's own, without script. */
const as = async (who: Somebody, path: string): Promise<Page> => {
  let page = pages.get(who.person)
  if (!page) {
    const context = await browser.context({ ...phone, script: false })
    await context.addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
    page = await context.newPage()
    pages.set(who.person, page)
  }
  await page.goto(`${desk.at}${path}`)
  return page
}
const message = (page: Page): Promise<string> => page.locator('#told').locator('..').innerText()

test('a coordinator asks, a practitioner agrees, asks for a swap, the other takes it, and the coordinator sees it', async () => {
  let page = await as(coordinator, '/desk/rota/people')
  await page.getByLabel('Who').selectOption({ label: 'Asha Stile, Hertfordshire County Council' })
  await page.getByRole('button', { name: 'Add to the list' }).click()
  expect(await page.getByRole('row', { name: /Asha Stile/ }).count()).toBe(1)

  await as(coordinator, '/desk/rota/ask')
  await page.getByRole('button', { name: 'Ask them' }).click()
  expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
    'Choose who to ask.',
    'Choose first or second.',
    'Choose at least one night, and at most 14.',
  ])
  await page.getByLabel('Who').selectOption({ label: 'Asha Stile, Hertfordshire County Council' })
  await page.getByLabel('First', { exact: true }).check()
  const nights = page.getByRole('group', { name: 'Which nights, or days' }).getByRole('checkbox')
  for (const night of [1, 2]) await nights.nth(night).check()
  await page.getByRole('button', { name: 'Ask them' }).click()
  expect(await message(page)).toContain('We are sending them an email.')
  expect(await page.getByText('Not agreed yet').count()).toBe(2)

  page = await as(asha, '/desk/rota')
  await page.getByRole('button', { name: 'Yes to all 2' }).click()
  expect(await message(page)).toContain('You are on the rota')
  await page
    .getByRole('link', { name: /Ask someone to take it/ })
    .first()
    .click()
  await page.getByLabel('Who should take it?').selectOption({ label: 'Nell Byway, Watford Borough Council' })
  await page.getByRole('button', { name: 'Ask them to take it' }).click()
  expect(await page.getByText('Nell Byway is asked to take it').count()).toBe(1)

  page = await as(nell, '/desk/rota')
  expect(await page.getByRole('heading', { name: 'Asha Stile asks you to take a turn' }).count()).toBe(1)
  await page.getByRole('button', { name: /Yes, I will take it/ }).click()
  expect(await message(page)).toContain('The turn is yours now.')

  page = await as(coordinator, '/desk/rota')
  const lines = await page.locator('.days li li').filter({ hasText: 'Agreed' }).allInnerTexts()
  expect(lines.map((line) => line.match(/[A-Z]\w+ [A-Z]\w+/)?.[0])).toEqual(['Nell Byway', 'Asha Stile'])
})
