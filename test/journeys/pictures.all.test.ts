import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takePicture } from '../../src/commands/pictures/take-picture.ts'
import { redraw } from '../../src/processes/pictures/redraw.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'

/* A picture that came with a report, opened and stopped; a registration seen before; intelligence: on a phone, without script. */

const browser = useBrowser()
let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
let page: Page
let concern: { id: string; number: number }
beforeAll(async () => {
  desk = await serveTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
  const sent = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#346' } })
    .jpeg()
    .toBuffer()
  const taken = await takePicture(redraw, sent)
  if ('fault' in taken) throw new Error(taken.fault)
  await raise(desk, intake)
  concern = await raise(desk, intake, { pictures: [taken.jpeg, taken.jpeg] })
  page = await (await browser.context({ ...phone, script: false })).newPage()
  await page.context().addCookies([{ name: 'waymark-desk', value: anna.token, url: `${desk.at}/desk` }])
})
afterAll(async () => {
  await page.context().close()
  await intake.close()
  await desk.stop()
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click()
const verbs = async (): Promise<string[]> =>
  (await desk.owner.selectFrom('audit').select('verb').where('object_id', '=', concern.id).orderBy('seq').execute()).map(({ verb }) => verb)
const look = async (name: string): Promise<void> => {
  const folder = process.env.WAYMARK_LOOK
  if (!folder) return
  for (const dark of [false, true])
    for (const [width, height] of [
      [390, 844],
      [1280, 900],
    ] as const) {
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `${folder}/${name}-${width}${dark ? '-dark' : ''}.png`, fullPage: true })
    }
  await page.setViewportSize(phone.viewport)
}

test('no picture is shown before somebody opens it; each opening is in the audit; it is nowhere but in its page', async () => {
  await page.goto(`${desk.at}/desk/concerns/${concern.id}`)
  expect(await page.locator('main img').count()).toBe(0)
  await look('concern')
  await follow('Picture 1')
  expect(await page.locator('main img').count()).toBe(0)
  expect(await verbs()).toEqual(['raise-concern', 'read-concern'])
  await look('picture')
  const answer = page.waitForResponse((response) => response.url().endsWith('/open'))
  await follow('Open the picture')
  const headers = (await answer).headers()
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  const image = page.getByRole('img', { name: `Picture 1 of C-${concern.number}, as the reporter sent it` })
  expect(await image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1200)
  expect(await image.getAttribute('src')).toMatch(/^data:image\/jpeg;base64,/)
  expect(await verbs()).toEqual(['raise-concern', 'read-concern', 'read-picture'])
  await look('picture-opened')
})

test('"This may be an illegal image" stops it for everyone, and says to call the police', async () => {
  await follow('This may be an illegal image…')
  await look('picture-stop')
  await press('Stop this picture')
  expect(await page.locator('h1').innerText()).toBe('This picture has been stopped')
  expect(await page.getByRole('link', { name: '101', exact: true }).getAttribute('href')).toBe('tel:101')
  expect(await page.getByRole('link', { name: '999', exact: true }).getAttribute('href')).toBe('tel:999')
  await look('picture-stopped')
  const at = page.url()
  for (const way of ['/open', '/stop', '']) {
    await page.goto(`${at}${way}`)
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.locator('h1').innerText()).toBe('This picture has been stopped')
  }
  expect((await verbs()).at(-1)).toBe('stop-picture')
  await follow(`C-${concern.number}`)
  expect(await page.locator('#pictures').innerText()).toContain('Stopped: it may be an illegal image')
})

test('a registration is added, is seen in another concern, and is removed', async () => {
  const [{ id: other } = { id: '' }] = await desk.owner.selectFrom('concern').select('id').where('id', '<>', concern.id).execute()
  for (const [id, typed] of [
    [other, 'EX26 QQQ'],
    [concern.id, 'ex26qqq'],
  ]) {
    await page.goto(`${desk.at}/desk/concerns/${id}/identifiers`)
    await press('Add it')
    expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
      'Choose what it is',
      'Enter the number, email or address',
    ])
    await page.getByLabel('Vehicle').check()
    await page.getByLabel('The number, email or address').fill('-')
    await press('Add it')
    expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual(['Enter a registration number, like EX26 QQQ'])
    await look('identifier')
    await page.getByLabel('The number, email or address').fill(typed ?? '')
    await press('Add it')
  }
  expect(page.url()).toBe(`${desk.at}/desk/concerns/${concern.id}#identifiers`)
  await look('concern-seen')
  await page
    .locator('#identifiers')
    .getByRole('link', { name: /^C-\d+, / })
    .click()
  expect(page.url()).toBe(`${desk.at}/desk/concerns/${other}`)
  await page
    .locator('#identifiers')
    .getByRole('button', { name: /^Remove/ })
    .click()
  expect(await page.locator('#identifiers').innerText()).toContain('None has been added yet')
})

test('a coordinator records intelligence by itself, and finds it in its list', async () => {
  await page.goto(`${desk.at}/desk/intelligence`)
  expect(await page.locator('main').innerText()).toContain('No intelligence has been recorded')
  await follow('Record intelligence')
  await press('Record it')
  expect(await page.locator('.govuk-error-summary a').count()).toBe(4)
  await look('intelligence-form')
  await page.getByLabel('What is the intelligence?').fill('A minibus leaves the yard each Friday.')
  for (const label of ['2: Untested', 'C: The source knows it indirectly', 'P: It may be shared where the law allows it'])
    await page.getByLabel(label, { exact: true }).check()
  await press('Record it')
  expect(await page.locator('#intelligence').innerText()).toContain('A minibus leaves the yard each Friday.')
  await look('intelligence-concern')
  await page.goto(`${desk.at}/desk/intelligence`)
  expect(await page.locator('.rows tbody tr').innerText()).toContain('2 C P')
  await look('intelligence-list')
})
