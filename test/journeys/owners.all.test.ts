import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKey } from '../../src/commands/keys/open-key.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { phrases } from '../support/key-holders.ts'
import { climbNow, onCall, ownerOf } from '../support/owners.ts'

let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
let dev: Somebody
let cai: Somebody
let moved = 0
const browser = useBrowser()
const pages = new Map<string, Page>()

/** Minutes until the next two in the morning that is some hours away. */
const untilNight = (): number => {
  const now = Temporal.Now.instant().toZonedDateTimeISO('Europe/London')
  const night = now.add({ hours: 28 }).with({ hour: 2, minute: 0, second: 0 })
  return Math.round(now.until(night).total('minutes'))
}
const told = (page: Page): Promise<string> => page.locator('#told, #owner-told').first().innerText()

beforeAll(async () => {
  desk = await serveTestDesk({ now: () => Temporal.Now.instant().add({ minutes: moved }) })
  ;({ anna, ben, intake } = await receivingDesk(desk))
  dev = await desk.somebody(['practitioner'], { partner: 'watford', name: 'Dev Bridleway' })
  cai = await desk.somebody(['practitioner'], { partner: 'stevenage', name: 'Cai Holloway' })
  await desk.owner.updateTable('profile').set({ phone: '07700 900123' }).where('person_id', '=', anna.person).execute()
  await onCall(desk, anna, 1, { from: -100, to: 100 })
  await onCall(desk, dev, 2, { from: -100, to: 100 })
  await onCall(desk, cai, 1, { from: 200, to: 201 })
  // The same sign-ins all along.
  const ends = new Date(Date.now() + 100 * 3_600_000)
  await desk.owner.updateTable('sign_in').set({ idle_ends_at: ends, ends_at: ends }).execute()
})
afterAll(async () => {
  for (const page of pages.values()) await page.context().close()
  await intake.close()
  await desk.stop()
})

/** A phone of this person's own, dark and without script. */
const as = async (who: Somebody, path: string): Promise<Page> => {
  let page = pages.get(who.person)
  if (!page) {
    const context = await browser.context({ ...phone, viewport: { width: 390, height: 664 }, dark: true, script: false })
    await context.addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
    page = await context.newPage()
    pages.set(who.person, page)
  }
  await page.goto(`${desk.at}${path}`)
  return page
}

test('handed over by day, refused, climbs at night to the practitioner on call, who accepts on a phone', async () => {
  const { id } = await raise(desk, intake, { plain: { town: 'Watford', sector: 'car-wash' } })
  let page = await as(anna, `/desk/concerns/${id}`)
  await page.getByRole('link', { name: 'Hand it over' }).click()
  await page.getByRole('button', { name: 'Offer it' }).click()
  expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
    'Choose who to offer it to.',
    'Write what they need to know to decide.',
  ])
  await page.getByLabel('Cai Holloway, Stevenage Borough Council').check()
  await page.getByLabel('What they need to know to decide').fill('A woman needs somewhere safe to sleep. Police are with her.')
  await page.getByRole('button', { name: 'Offer it' }).click()
  expect(await told(page)).toContain('You have offered it to someone')
  expect(await page.getByText('You own it until Cai Holloway accepts.').count()).toBe(1)

  page = await as(cai, '/desk')
  await page.getByRole('link', { name: /Accept or refuse/ }).click()
  expect(await page.getByText('Police are with her').count()).toBe(1)
  expect(await page.getByText('container').count()).toBe(0)
  await page.getByRole('link', { name: /I cannot/ }).click()
  await page.getByRole('button', { name: 'Send the reason' }).click()
  expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual(['Give a reason, even a short one.'])
  await page.getByLabel('Your reason').fill('I am in court all day.')
  await page.getByRole('button', { name: 'Send the reason' }).click()
  expect(await told(page)).toContain('Your reason was sent')

  moved = untilNight()
  // In twelve hours the key has closed: somebody who holds it opens it again.
  await desk.as(anna, openKey, { passphrase: phrases.first })
  await climbNow(desk)
  expect(await ownerOf(desk, id)).toBe(anna.person)
  page = await as(dev, `/desk/concerns/${id}/offered`)
  // The whole question in the first view: one yes, one no.
  const bar = await page.locator('nav.places').boundingBox()
  for (const name of ['Accept', 'I cannot. Give a reason…']) {
    const box = await page.locator('.button', { hasText: name }).boundingBox()
    expect([name, (box?.y ?? 999) + (box?.height ?? 0) < (bar?.y ?? 0)]).toEqual([name, true])
  }
  expect(await page.getByRole('link', { name: '07700 900123' }).getAttribute('href')).toBe('tel:07700900123')
  await page.getByRole('button', { name: 'Accept' }).click()
  expect(await told(page)).toContain('You own this concern now')
  expect(await page.getByText('container').count()).toBeGreaterThan(0)
  expect(await ownerOf(desk, id)).toBe(dev.person)
  // Accepted a second time by whoever had the page open: it is over, and nothing changes.
  page = await as(ben, `/desk/concerns/${id}/offered`)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This is no longer offered to you')
})

test('whoever knows the people steps out on a page that says what it does', async () => {
  moved = 0
  const { id } = await raise(desk, intake, { plain: { town: 'Hatfield' } })
  let page = await as(anna, `/desk/concerns/${id}`)
  await page.getByRole('link', { name: 'I know the people involved…' }).click()
  await page.getByRole('button', { name: 'Step out' }).click()
  expect(await told(page)).toContain('You have stepped out of that concern')
  expect((await page.goto(`${desk.at}/desk/concerns/${id}`))?.status()).toBe(404)
  expect(await ownerOf(desk, id)).toBe(dev.person)
  page = await as(dev, '/desk')
  await page.getByRole('link', { name: /^Open it/ }).click()
  expect(await page.getByText('You own this concern.').count()).toBe(1)
})
