import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { dark, desktop, phone, turnTo, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { counts, trained } from '../support/trained.ts'

/* Who is trained, with made-up people: on a phone and a desktop, in both themes, and without script. */

/** No two are alike. */
const someName = (n: number): string =>
  createHash('sha256')
    .update(String(n))
    .digest('base64url')
    .replace(/[^a-z]/gi, '')
    .slice(0, 12)

let desk: ServedDesk
let page: Page
let spoc: Somebody
let coordinator: Somebody
let abi: string
const browser = useBrowser()

beforeAll(async () => {
  desk = await serveTestDesk()
  spoc = await desk.somebody(['spoc'], { partner: 'watford', name: 'Joan Cairn' })
  coordinator = await desk.somebody(['coordinator'], { name: 'Ruth Milestone' })
  for (const name of ['Hatfield Car Wash', 'St Alban Night Shelter'])
    await desk.owner.insertInto('organisation').values({ name, name_key: name.toLowerCase(), sector: 'business' }).execute()
  abi = await trained(desk, 'Abi Lychgate', 'watford', [{ days: 3 }, { tier: 'public-facing', days: 200, version: null }])
  await trained(desk, 'Abi Lychgates', 'watford', [{ days: 30 }])
  await trained(desk, 'Cass Ford', 'watford', [{ days: 5 * 365 }])
  await trained(desk, 'Eli Wharf', 'Hatfield Car Wash', [{ days: 8 }])
  for (let n = 0; n < 60; n++) await trained(desk, someName(n), n % 3 ? 'stevenage' : 'watford', [{ days: n * 7 }])
  const stands = await desk.owner.selectFrom('organisation').select(['id', 'partner_id', 'name']).execute()
  const eli = await desk.owner.selectFrom('learner').select('id').where('name', '=', 'Eli Wharf').executeTakeFirstOrThrow()
  for (const [learner_id, where] of [
    [abi, 'Hatfield Car Wash'],
    [abi, 'St Alban Night Shelter'],
    [eli.id, 'watford'],
  ]) {
    const at = stands.find(({ partner_id, name }) => [partner_id, name].includes(where ?? ''))
    const move = { learner_id: learner_id ?? '', organisation_id: at?.id ?? '', partner_id: at?.partner_id ?? null, name: 'A. Lychgate' }
    await desk.owner
      .insertInto('learner_move')
      .values({ ...move, on_date: '2026-11-03' })
      .execute()
  }
  await desk.owner
    .insertInto('head_count')
    .values({ partner_id: 'watford', people: 40, on_date: '2026-04-01', made_by: spoc.person })
    .execute()
  await counts(desk)
  page = await browser.open(phone)
  await bringAxe(page)
}, 60_000)
afterAll(async () => {
  await page.context().close()
  await desk.stop()
})

const show = async (who: Somebody, path: string): Promise<void> => {
  await page.context().addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
  await page.goto(`${desk.at}${path}`)
  await page.evaluate(() => document.fonts.ready)
}

test.each([
  ['spoc', '/desk/register'],
  ['spoc', '/desk/register?q=z'],
  ['spoc', '/desk/register/same'],
  ['spoc', '/desk/register/moves'],
  ['spoc', '/desk/register/people/ABI'],
  ['coordinator', '/desk/register'],
  ['coordinator', '/desk/register/moves'],
  ['coordinator', '/desk/register/county'],
  ['coordinator', '/desk/register/organisations'],
  ['coordinator', '/desk/register/head-count'],
] as const)('as %s, axe finds nothing on %s, on a phone and a desktop, by day and by night', async (who, path) => {
  await show({ spoc, coordinator }[who], path.replace('ABI', abi))
  for (const look of [phone, desktop]) {
    await turnTo(page, look)
    const faults = [
      ...(await runAxe(page)).faults,
      ...((await page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)) as string[]),
    ]
    expect([look.name, faults]).toEqual([look.name, []])
    const shots = process.env['TRAINED_SHOTS']
    if (shots)
      await page.screenshot({ path: `${shots}/${who}${path.replace(/[^a-z]+/gi, '-')}-${look.viewport.width}.png`, fullPage: true })
  }
  await turnTo(page, dark)
  expect(await contrastFaults(page)).toEqual([])
  expect(await htmlFaults((await page.content()).replace('<!DOCTYPE', '<!doctype'))).toEqual([])
})

test('a SPOC finds somebody, says who is one person, and asks for a new count: without script, on a phone', async () => {
  const context = await browser.context({ ...phone, script: false })
  await context.addCookies([{ name: 'waymark-desk', value: spoc.token, url: `${desk.at}/desk` }])
  const own = await context.newPage()
  await own.goto(`${desk.at}/desk/register`)
  await own.getByText('Filter', { exact: true }).click()
  await own.getByLabel('Find a name').fill('lych')
  await own.getByRole('button', { name: 'Show' }).click()
  expect(await own.getByRole('rowheader').getByRole('link').allInnerTexts()).toEqual(
    expect.arrayContaining(['Abi Lychgate', 'Abi Lychgates']),
  )
  await own.getByRole('link', { name: 'Same person twice?' }).click()
  await own.getByRole('button', { name: /^One person.*Abi Lychgate/ }).click()
  expect(await own.locator('#told').innerText()).toBe('They are one person now, and are counted once from the next count.')
  await own.getByRole('link', { name: 'Everyone trained' }).click()
  await own.getByRole('button', { name: 'Count again' }).click()
  expect(await own.locator('#told').innerText()).toMatch(/^It is being counted again/)
  await own.goto(`${desk.at}/desk/register/people/${abi}`)
  await own.getByRole('button', { name: /^Take apart/ }).click()
  expect(await own.locator('#told').innerText()).toBe('They are two people again.')
  await context.close()
})
