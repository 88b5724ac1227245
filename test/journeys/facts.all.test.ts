import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, phone, turnTo, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { contentFolder } from '../support/real-pack.ts'

/* A member finds a fact that falls due, asks, and records what was said; a coordinator brings it into the pack. Without script. */

const browser = useBrowser()
let desk: ServedDesk
let member: Somebody
let coordinator: Somebody
const now = Temporal.Instant.from('2027-02-20T12:00:00Z')
beforeAll(async () => {
  desk = await serveTestDesk({ now: () => now })
  member = await desk.somebody(['practitioner'], { partner: 'watford', name: 'Wren Ashby' })
  coordinator = await desk.somebody(['coordinator'], { name: 'Fen Marlow' })
  // Still signed in on the day of the test.
  const later = new Date(now.epochMilliseconds + 3_600_000)
  await desk.owner
    .updateTable('sign_in')
    .set({ seen_at: new Date(now.epochMilliseconds), idle_ends_at: later, ends_at: later })
    .execute()
})
afterAll(() => desk.stop())

const openAs = async ({ token }: Somebody, look = phone): Promise<Page> => {
  const context = await browser.context({ ...look, script: false })
  await context.addCookies([{ name: 'waymark-desk', value: token, url: `${desk.at}/desk` }])
  const page = await context.newPage()
  // As it was sent: a browser writes its own.
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.status() !== 303 && !response.headers()['content-disposition'])
      sent.set(page, response.text())
  })
  return page
}
const sent = new WeakMap<Page, Promise<string>>()

const titles: string[] = []
/** Looks at the page as it is: what a machine can say of it. */
const look = async (page: Page, name: string): Promise<void> => {
  titles.push(await page.title())
  const html = (await sent.get(page)) ?? ''
  if (process.env.SHOTS)
    for (const [at, size] of [
      ['phone', phone],
      ['desktop', desktop],
    ] as const)
      for (const dark of [false, true]) {
        await turnTo(page, { ...size, dark })
        await page.screenshot({ path: `${process.env.SHOTS}/${name}-${at}${dark ? '-dark' : ''}.png`, fullPage: true })
      }
  expect([name, await htmlFaults(html)]).toEqual([name, []])
}

const record = async (page: Page, fact: string, holds: string, said: string): Promise<void> => {
  await page.goto(`${desk.at}/desk/facts/${fact}`)
  await page.getByLabel('Day', { exact: true }).fill('20')
  await page.getByLabel('Month', { exact: true }).fill('2')
  await page.getByLabel('Year', { exact: true }).fill('2027')
  await page.getByLabel('By telephone').check()
  await page.getByLabel('Who did you ask?').fill('the duty manager')
  await page.getByLabel('What did they say').fill(said)
  await page.getByLabel(holds, { exact: true }).check()
  await page.getByRole('button', { name: 'Record this check' }).click()
}

test('a member records what was said, corrects it, and a coordinator brings it into the pack', { timeout: 60_000 }, async () => {
  const page = await openAs(member)
  await page.goto(`${desk.at}/desk/facts?view=due`)
  await look(page, 'list')
  await page.goto(`${desk.at}/desk/facts?q=beacon`)
  await page.getByRole('link', { name: 'Beacon' }).first().click()
  await look(page, 'fact')
  await page.getByRole('button', { name: 'Record this check' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Enter the day on which you checked it.')
  await look(page, 'fact-faults')
  await record(page, 'services/beacon', 'Yes, all of it', 'All as before.\nThey answer at weekends too.')
  expect(await page.getByRole('status').innerText()).toContain('Your check is recorded')
  await look(page, 'fact-recorded')
  await record(page, 'partners/watford', 'No', 'It has a new name: "Watford" --- # {{x}} \u202e')
  // Changed in two windows: the second sees both.
  await page.getByRole('link', { name: /^Change/ }).click()
  await look(page, 'change')
  const second = await page.context().newPage()
  await second.goto(page.url())
  await second.getByLabel('What did they say').fill('It is to be renamed in May.')
  await second.getByRole('button', { name: 'Save the changes' }).click()
  await page.getByLabel('What did they say').fill('It was renamed.')
  await page.getByRole('button', { name: 'Save the changes' }).click()
  expect(await page.locator('main').innerText()).toContain('It is to be renamed in May.')
  await look(page, 'both')
  await page.getByRole('button', { name: 'Save mine instead' }).click()
  expect(await page.locator('main').innerText()).toContain('It was renamed.')
  await page.getByRole('link', { name: /^Withdraw/ }).click()
  await look(page, 'withdraw')

  const boss = await openAs(coordinator, desktop)
  await boss.goto(`${desk.at}/desk/facts?view=recorded`)
  await look(boss, 'recorded')
  await boss.getByRole('link', { name: 'Export 2 checks' }).click()
  await look(boss, 'export')
  await boss.getByRole('button', { name: 'Export 2 checks' }).click()
  expect(await boss.getByRole('status').innerText()).toContain('The checks are exported')
  await look(boss, 'exported')
  const folder = mkdtempSync(join(tmpdir(), 'waymark-journey-'))
  const save = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([boss.waitForEvent('download'), boss.getByRole('link', { name }).click()])
    const file = join(folder, '..', `${download.suggestedFilename()}-${process.pid}`)
    await download.saveAs(file)
    const bytes = readFileSync(file)
    rmSync(file)
    return bytes
  }
  try {
    cpSync(contentFolder, folder, { recursive: true })
    execFileSync('git', ['apply', '-'], {
      cwd: folder,
      input: await save('Download the patch'),
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    })
    const files = unzipSync(await save('Download the changed files'))
    expect(Object.keys(files)).toEqual(['hertfordshire/partners.yaml', 'hertfordshire/services.yaml'])
    for (const [path, bytes] of Object.entries(files)) expect(readFileSync(join(folder, path)).equals(bytes)).toBe(true)
    expect(readFileSync(join(folder, 'hertfordshire/services.yaml'), 'utf8')).toContain('recorded by Watford Borough Council')
    expect(readFileSync(join(folder, 'hertfordshire/partners.yaml'), 'utf8')).toContain('#   It was renamed.\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  await boss.goto(`${desk.at}/desk/facts/export`)
  await look(boss, 'export-empty')
  await page.goto(`${desk.at}/desk/facts?view=exported`)
  await look(page, 'waiting')
  await page.goto(`${desk.at}/desk/facts?view=exported&q=zzz`)
  await look(page, 'none')
  expect(titles.filter((title) => !title.includes('desk'))).toEqual([])
})
