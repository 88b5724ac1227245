import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Plain } from '../../src/domain/concerns/concern.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'

/* Sharing as people walk it on a phone, without script: within the choice, against it with and without the second person, and at a partner. */

const browser = useBrowser()
let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
let spoc: Somebody
const contexts: BrowserContext[] = []
beforeAll(async () => {
  desk = await serveTestDesk()
  ;({ anna, ben, intake } = await receivingDesk(desk))
  spoc = await desk.somebody(['spoc'], { partner: 'watford', name: 'Ruth Milestone' })
  await desk.somebody(['practitioner'], { partner: 'watford', name: 'Cal Fingerpost' })
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  await intake.close()
  await desk.stop()
})

const as = async (who: Somebody): Promise<Page> => {
  const context = await browser.context({ ...phone, script: false })
  contexts.push(context)
  await context.addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
  return context.newPage()
}

const words = 'Zebediah Quillfeather sleeps in the cellar.'
const concernOf = async (plain: Partial<Plain>): Promise<string> => {
  const { id } = await raise(desk, intake, { plain, report: someReport(words) })
  await desk.owner.updateTable('concern').set({ owner_id: anna.person }).where('id', '=', id).execute()
  return id
}

const told = (page: Page) => page.locator('.message.told h2').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const main = (page: Page) => page.locator('main').innerText()

test('a concern is passed to a partner, who has it, names a colleague and answers; then it is taken back', async () => {
  const id = await concernOf({ sharing: 'partners', town: 'Watford' })
  const page = await as(anna)
  await page.goto(`${desk.at}/desk/concerns/${id}`)
  await page.getByRole('link', { name: 'Open sharing' }).click()
  await page.getByRole('link', { name: 'Pass it on' }).click()
  await press(page, 'Check it before it leaves')
  expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual(['Choose who should know', 'Write what they are told'])
  await page.getByLabel('Who should know').selectOption('partner:watford')
  await page.getByLabel('What exactly they are told').fill('Please ask licensing who signed for the nail bar.')
  await press(page, 'Check it before it leaves')
  expect(await main(page)).toContain('Nothing has been shared yet.')
  await press(page, 'Pass it to Watford Borough Council')
  expect(await told(page)).toBe('It has been passed on')

  const partner = await as(spoc)
  await partner.goto(`${desk.at}/desk`)
  await partner.getByRole('link', { name: 'Something was passed to your organisation' }).click()
  expect(await main(partner)).toContain('Please ask licensing')
  expect(await partner.content()).not.toContain('Quillfeather')
  // A list of concerns leads to the same.
  await partner.goto(`${desk.at}/desk/concerns/${id}`)
  expect(partner.url()).toMatch(/\/passed$/)
  await press(partner, 'I have it')
  expect(await told(partner)).toBe('They can see that you have it')
  await partner.getByLabel('Someone else here deals with it').selectOption({ label: 'Cal Fingerpost' })
  await press(partner, 'Name who deals with it')
  await partner.getByLabel('Your answer').fill('Signed by a Mr Tallow.')
  await press(partner, 'Send the answer inside the desk')
  expect(await told(partner)).toBe('Your answer has been sent')

  await page.goto(`${desk.at}/desk`)
  await page.getByRole('link', { name: 'Ruth Milestone answered' }).click()
  expect(await main(page)).toContain('Signed by a Mr Tallow.')
  await page.getByRole('link', { name: 'Take it back…' }).click()
  expect(await main(page)).toContain('They may remember it')
  await press(page, 'Take it back from Watford Borough Council')
  expect(await told(page)).toBe('It has been taken back')
  expect((await partner.goto(`${desk.at}/desk/concerns/${id}/passed`))?.status()).toBe(404)
})

test('against the choice, it leaves after a second person agreed, and not before', async () => {
  const id = await concernOf({ sharing: 'coordinators', town: 'Watford' })
  const page = await as(anna)
  await page.goto(`${desk.at}/desk/concerns/${id}/sharing`)
  expect(await main(page)).toContain('Coordinators only')
  await page.getByRole('link', { name: 'Share it against the choice' }).click()
  // Nothing is chosen beforehand.
  expect(await page.locator('input:checked').count()).toBe(0)
  await page.getByLabel('Who should know').selectOption('outside:police')
  await page.getByLabel('Who exactly').fill('The duty sergeant')
  await page.getByLabel('What exactly they are told').fill('Two men sleep in the cellar.')
  await page.getByLabel('Other adults are, or might be, at risk.').check()
  await page.getByLabel('What makes this reason true here').fill('Both were seen last week.')
  await page.getByLabel('Yes', { exact: true }).check()
  await press(page, 'Check it before it leaves')
  expect(await page.getByRole('button', { name: 'Share it now' }).count()).toBe(0)
  await press(page, 'Ask a second person')
  expect(await told(page)).toBe('A second person has been asked')
  await page.getByRole('link', { name: 'Police: The duty sergeant' }).click()
  expect(await page.getByRole('button', { name: 'Approve it' }).count()).toBe(0)

  const second = await as(ben)
  await second.goto(`${desk.at}/desk`)
  await second.getByRole('link', { name: 'Approve or refuse sharing' }).click()
  await press(second, 'Refuse it')
  expect(await second.locator('.govuk-error-summary a').allInnerTexts()).toEqual(['Write why you refuse'])
  await press(second, 'Approve it')
  expect(await told(second)).toBe('You approved it')
  expect(await main(second)).toContain('Nobody outside the desk has been told anything.')

  await page.goto(`${desk.at}/desk`)
  await page.getByRole('link', { name: 'You can share it now' }).click()
  await page.getByLabel('By phone').check()
  await press(page, 'Record that they have been told')
  expect(await told(page)).toBe('It has been recorded')
  expect(await main(page)).toContain('Told. This cannot be taken back')
})

test('where a life is at risk the owner shares at once, in two steps, and a second person looks at it after', async () => {
  const id = await concernOf({ sharing: 'coordinators', danger: true, town: 'Watford' })
  const page = await as(anna)
  await page.goto(`${desk.at}/desk/concerns/${id}/sharing`)
  await page.getByRole('link', { name: 'Share it now: someone’s life or a child is at risk' }).click()
  await page.getByLabel('Who should know').selectOption('partner:watford')
  await page.getByLabel('What exactly they are told').fill('Two men are locked in the cellar.')
  await page.getByLabel('Someone’s life is at risk').check()
  await page.getByLabel('What makes this reason true here').fill('They have no water.')
  await page.getByLabel('No, it would put someone in danger').check()
  await press(page, 'Check it before it leaves')
  await press(page, 'Share it now')
  expect(await told(page)).toBe('It has been shared')

  const partner = await as(spoc)
  await partner.goto(`${desk.at}/desk/concerns/${id}/passed`)
  expect(await main(partner)).toContain('locked in the cellar')
  const second = await as(ben)
  await second.goto(`${desk.at}/desk`)
  await second.getByRole('link', { name: 'Look at what was shared at once' }).click()
  await press(second, 'It was right to share it')
  expect(await told(second)).toBe('You looked at it')
})
