import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchReleased } from '../../src/web/attend/released.ts'
import { type Running, start } from '../http/support.ts'
import { attended } from '../support/attended.ts'
import { bringAxe, runAxe } from '../support/axe.ts'
import { dark, desktop, type Look, phone, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { openTestAttend } from '../support/register.ts'

let desk: ServedDesk
let site: Running
let attend: ReturnType<typeof openTestAttend>
let watch: ReturnType<typeof watchReleased>
let coordinator: Somebody
let analyst: Somebody
const browser = useBrowser()

beforeAll(async () => {
  desk = await serveTestDesk({ now: () => Temporal.Instant.from('2026-11-30T09:00:00Z') })
  coordinator = await desk.somebody(['coordinator'], { name: 'Ruth Milestone' })
  analyst = await desk.somebody(['analyst'])
  attend = openTestAttend(desk)
  watch = watchReleased(attend)
  site = await start({ served: { released: watch } })
  const groups = [
    ...[1, 2, 4, 5, 7, 9].map((month) => ({ known: `2026-0${month}-11`, people: 9 + month * 3, partner: 'watford', sector: 'councils' })),
    ...[2, 3, 6].map((month) => ({
      known: `2026-0${month}-20`,
      people: 14,
      partner: 'stevenage',
      sector: 'councils',
      tier: 'public-facing',
    })),
    { known: '2026-05-04', people: 31, partner: null, sector: 'health' },
    { known: '2026-06-04', people: 22, partner: null, sector: 'voluntary', tier: 'public-facing' },
    { known: '2026-08-04', people: 3, partner: null, sector: 'business' },
    { known: '2025-11-04', people: 40, partner: null, sector: 'education' },
    { known: '2025-12-04', people: 2, partner: 'dacorum', sector: 'councils' },
  ]
  for (const group of groups) await attended(desk.owner, group)
})
afterAll(async () => {
  watch.stop()
  await attend.close()
  await site.stop()
  await desk.stop()
})

const as = async (who: Somebody, look: Look): Promise<Page> => {
  const context = await browser.context(look)
  await context.addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
  return context.newPage()
}
const looks = [phone, dark, desktop, { ...desktop, name: 'dark, 1280 px', dark: true }]
const faultsOf = async (page: Page, address: string, name: string): Promise<string[]> => {
  await bringAxe(page)
  const faults: string[] = []
  for (const { name: look, viewport, dark: night } of looks) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: night ? 'dark' : 'light' })
    await page.goto(address)
    if (process.env.WAYMARK_SHOTS)
      writeFileSync(`${process.env.WAYMARK_SHOTS}/${name}-${look.replaceAll(/\W+/g, '-')}.png`, await page.screenshot({ fullPage: true }))
    faults.push(...(await runAxe(page)).faults.map((fault) => `${look}: ${fault}`))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (over > 0) faults.push(`${look}: ${over} px too wide`)
  }
  return faults
}

test('before anything is released everybody is told so, and the dated claims stand apart', async () => {
  await watch.look()
  const page = await browser.open({ ...phone, script: false })
  await page.goto(`http://${site.host}/data`)
  expect(await page.getByRole('heading', { name: 'We have not published any figures yet' }).count()).toBe(1)
  const claims = page.locator('section', { has: page.locator('#claims') })
  expect(await claims.innerText()).toMatch(/more than 500 people/)
  expect(await claims.innerText()).toMatch(/152 events/)
  await page.context().close()
})

test('a coordinator sees what is hidden and why, publishes, and everybody sees the rest, on a phone without script', async () => {
  const page = await as(coordinator, { ...phone, script: false })
  await page.goto(`${desk.at}/desk/figures`)
  await page.getByRole('link', { name: 'See what would be published' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Before you publish: figures up to the end of September 2026')
  await page.getByText(/^Show the \d+ hidden figures$/).click()
  expect(await page.getByRole('row', { name: /Any course, Businesses/ }).count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish figures up to the end of September 2026' }).click()
  expect(await page.getByRole('heading', { name: 'The figures are published' }).count()).toBe(1)
  await page.goto(`${desk.at}/desk/figures/next`)
  expect(await page.getByRole('heading', { name: 'There is nothing to publish now' }).count()).toBe(1)
  await page.context().close()

  await watch.look()
  const reader = await browser.open({ ...phone, script: false })
  // A page is made anew each minute; this server has made it before.
  const fresh = await start({ served: { released: watch } })
  await reader.goto(`http://${fresh.host}/data`)
  expect(
    await reader
      .getByRole('row', { name: /^Health/ })
      .first()
      .innerText(),
  ).toContain('31')
  expect(
    await reader
      .getByRole('row', { name: /^Businesses/ })
      .first()
      .innerText(),
  ).toContain('hidden')
  expect(await reader.locator('main').innerText()).not.toMatch(/fewer than five|Would give/)
  await reader.context().close()
  // With script, for axe is one.
  const looked = await browser.open(phone)
  expect(await faultsOf(looked, `http://${fresh.host}/data`, 'data')).toEqual([])
  await looked.context().close()
  await fresh.stop()
})

test('an analyst has the same tables and their files, and no way to filter or publish', async () => {
  const page = await as(analyst, desktop)
  expect(await faultsOf(page, `${desk.at}/desk/figures`, 'desk-figures')).toEqual([])
  expect(await page.locator('main form').count()).toBe(0)
  expect(await page.getByRole('link', { name: 'See what would be published' }).count()).toBe(0)
  const answer = await page.request.get(`${desk.at}/desk/figures/2026-09/csv`)
  const text = await answer.text()
  expect(answer.headers()['content-disposition']).toContain('training-figures-2026-09.csv')
  expect(text).toContain('2026-08,2026-08,All types,Any course,,hidden')
  expect((await page.request.get(`${desk.at}/desk/figures/2026-09/xlsx`)).status()).toBe(200)
  expect((await page.request.get(`${desk.at}/desk/figures/2026-06`)).status()).toBe(404)
  expect((await page.request.get(`${desk.at}/desk/figures/next`)).status()).toBe(403)
  await page.context().close()
})

test('what a coordinator sees before publishing has no fault', async () => {
  await attended(desk.owner, { known: '2026-10-04', people: 12 })
  const other = await serveTestDesk({ now: () => Temporal.Instant.from('2026-11-30T09:00:00Z') })
  const ruth = await other.somebody(['coordinator'])
  await attended(other.owner, { known: '2026-09-04', people: 12 })
  await attended(other.owner, { known: '2026-09-04', people: 2, sector: 'business', partner: null })
  const context = await browser.context(desktop)
  await context.addCookies([{ name: 'waymark-desk', value: ruth.token, url: `${other.at}/desk` }])
  const page = await context.newPage()
  for (const [path, name] of [
    ['/desk/figures', 'due'],
    ['/desk/figures/next', 'next'],
    ['/desk/figures/next/confirm', 'confirm'],
  ] as const)
    expect(await faultsOf(page, `${other.at}${path}`, name)).toEqual([])
  await context.close()
  await other.stop()
})
