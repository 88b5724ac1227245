import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addByCode } from '../../src/commands/intake/add-by-code.ts'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { reference } from '../../src/domain/concerns/concern.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'

let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
let page: Page
const browser = useBrowser()

beforeAll(async () => {
  desk = await serveTestDesk()
  ;({ anna, ben, intake } = await receivingDesk(desk))
  const context = await browser.context({ ...phone, script: false })
  await context.addCookies([{ name: 'waymark-desk', value: anna.token, url: `${desk.at}/desk` }])
  page = await context.newPage()
})
afterAll(async () => {
  await page.context().close()
  await intake.close()
  await desk.stop()
})

const go = (path: string) => page.goto(`${desk.at}${path}`)
const told = (): Promise<string> => page.locator('#told').innerText()
const read = async (code: readonly string[]) => {
  const open = await openByCode(intake, code)
  return 'fault' in open ? open.fault : open.replies.map(({ text }) => text)
}

test('a report is answered, the answer taken back and sent again, read by its code, and closed with an outcome, without script', async () => {
  const { id, number, code } = await raise(desk, intake, {
    report: someReport('Four men sleep behind the car wash. The van is EX26 QQQ.'),
  })
  const at = `/desk/concerns/${id}`
  await go('/desk/concerns')
  await page.getByRole('link', { name: 'No place given' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(reference(number))

  await page.getByLabel('Internal note').fill('The foreman with the red cap is known.')
  await page.getByRole('button', { name: 'Save the note inside' }).click()
  expect(await told()).toContain('Nothing was sent to the reporter.')
  expect(await page.locator('.zone.inside .slip').innerText()).toContain('red cap')
  expect(await page.locator('.zone.reporter').innerText()).not.toContain('red cap')

  const write = async (text: string): Promise<void> => {
    await page.getByLabel(/reply to the reporter$/).fill(text)
    await page.getByLabel('We will write again').selectOption('three-days')
    await page.getByRole('button', { name: 'Check the reply before sending' }).click()
  }
  await write(`Thank you.\n\nThe foreman with the red cap is known. EX26 QQQ. ${ben.name}`)
  const warned = await page.getByRole('group', { name: '3 things to look at' }).innerText()
  for (const found of [ben.name, 'The reporter gave it', 'The foreman with the red cap']) expect(warned).toContain(found)
  expect(await desk.owner.selectFrom('concern_reply').select('id').execute()).toEqual([])
  await page.getByRole('button', { name: 'Change it' }).click()
  expect(await page.getByLabel(/reply to the reporter$/).inputValue()).toContain('red cap is known. EX26 QQQ.')
  await write('Thank you. We act on it today.')
  await page.getByRole('button', { name: 'Send to the reporter' }).click()
  expect(await page.getByText('You can still take it back.').count()).toBe(1)
  expect(await page.getByLabel(/reply to the reporter$/).count()).toBe(0)
  expect(await page.getByText('Read, first reply not out yet').count()).toBe(1)
  expect(await read(code)).toEqual([])
  await page.getByRole('button', { name: 'Take it back' }).click()
  expect(await told()).toContain('The reporter cannot read it.')
  expect(await page.getByLabel(/reply to the reporter$/).inputValue()).toBe('Thank you. We act on it today.')

  await write('Thank you. We act on it now.')
  await page.getByRole('button', { name: 'Send to the reporter' }).click()
  await desk.owner
    .updateTable('concern_reply')
    .set({ goes_at: new Date(Date.now() - 1000) })
    .execute()
  expect(await read(code)).toEqual(['Thank you. We act on it now.'])
  await addByCode(intake, { code, once: Buffer.alloc(16, 4), text: 'They left at six.' })
  await go(at)
  expect(await page.locator('.zone.reporter').innerText()).toContain('They left at six.')

  await page.getByRole('link', { name: 'Close this concern…' }).click()
  await page.getByLabel('We acted on it').check()
  await page.getByRole('button', { name: 'Check before closing' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('You promised the reporter a reply.')
  await page.getByLabel('Your reply to the reporter').fill('Thank you again.')
  await page.getByRole('button', { name: 'Check before closing' }).click()
  expect(await page.locator('.preview').innerText()).toContain('Thank you again.')
  await page.getByRole('button', { name: 'Close the concern' }).click()
  expect(await told()).toContain('The reporter can read the outcome now.')
  expect(await openByCode(intake, code)).toMatchObject({ state: 'closed', outcome: 'acted-on' })
  // Closed, it has no box for a reply; taken back, it is open again, with the text in the box.
  expect(await page.getByLabel(/reply to the reporter$/).count()).toBe(0)
  await page.getByRole('button', { name: 'Take it back' }).click()
  expect(await told()).toContain('the concern is open again')
  expect(await page.getByLabel(/reply to the reporter$/).inputValue()).toBe('Thank you again.')
  expect(await openByCode(intake, code)).toMatchObject({ state: 'open', outcome: null })
})

test('two are compared, merged and separated; a text that cannot be saved stays on the page', async () => {
  const [one, two] = [await raise(desk, intake), await raise(desk, intake)]
  await go(`/desk/concerns/${one.id}`)
  await page.getByLabel('Compare with another concern').fill('C-99999')
  await page.getByRole('button', { name: 'Compare' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('We could not find')
  await page.getByLabel('Compare with another concern').fill(reference(two.number).toLowerCase())
  await page.getByRole('button', { name: 'Compare' }).click()
  expect(await page.locator('.pair section').count()).toBe(2)
  await page.getByRole('link', { name: `Merge ${reference(two.number)} into ${reference(one.number)}…` }).click()
  await page.getByRole('button', { name: /^Merge/ }).click()
  expect(await told()).toContain('now part of this one')
  await page.getByRole('button', { name: /Separate them again/ }).click()
  expect(await told()).toContain('separate again')

  await page.getByLabel('Internal note').fill('A note that must not be lost.')
  desk.parts.keys.close(() => true)
  await page.getByRole('button', { name: 'Save the note inside' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('Your text is still here.')
  expect(await page.getByLabel('Internal note').inputValue()).toBe('A note that must not be lost.')
  await go(`/desk/concerns/${one.id}`)
  expect(await page.getByText('What you can still do').count()).toBe(1)
})
