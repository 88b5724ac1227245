import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { replyTo } from '../support/replies.ts'
import { type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
let site: ReportSite
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
  site = await serveReports(intake)
}, 120_000)
afterAll(async () => {
  await site?.stop()
  await intake?.close()
  await desk?.close()
})

const browser = useBrowser()
const heading = (page: Page): Promise<string | null> => page.textContent('h1')
const press = async (page: Page, name: string): Promise<void> => {
  await Promise.all([page.waitForLoadState('load'), page.getByRole('button', { name }).click()])
}

test('without script: the reply is read by the seven words, answered, and the report taken back; no trace is in address or cookie', async () => {
  const { id, code } = await raise(desk, intake)
  await desk.as(anna, readConcern, { concern: id })
  await replyTo(desk, id, 'Thank you. Is anyone there at night?')
  const context = await browser.context({ ...phone, script: false })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(`http://${site.host}/code`)
  expect(new URL(page.url()).pathname).toBe('/report/code')
  await page.getByLabel('Your seven words').fill(code.slice(0, 6).join(' '))
  await press(page, 'Open my report')
  expect(await page.textContent('.govuk-error-summary')).toContain('You have entered 6 words')
  await page.getByLabel('Your seven words').fill(code.join(' '))
  await press(page, 'Open my report')
  expect(await heading(page)).toBe('There is a reply for you')
  expect(await page.getByRole('article', { name: 'Newest reply' }).textContent()).toContain('Is anyone there at night?')
  await page.getByLabel('Answer, or add something').fill('Yes: two people, from 8pm.')
  await press(page, 'Send my message')
  expect(await page.getByRole('status').textContent()).toContain('We have your message')
  const read = await desk.as(anna, readConcern, { concern: id })
  expect(read).toMatchObject({ done: { texts: [{ kind: 'report' }, { added: { text: 'Yes: two people, from 8pm.' } }] } })
  await press(page, 'Take it back…')
  expect(await heading(page)).toBe('Do you want to take your report back?')
  await press(page, 'Go back')
  expect(await heading(page)).toBe('There is a reply for you')
  await press(page, 'Take it back…')
  await press(page, 'Take my report back')
  expect(await heading(page)).toBe('You have taken your report back')
  expect(await page.getByRole('article').count()).toBe(0)
  await press(page, 'Close this report now')
  expect(await heading(page)).toBe('This report is closed on this device')
  expect((await desk.owner.selectFrom('concern').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state).toBe('withdrawn')
  expect(await context.cookies()).toEqual([])
  expect(asked.filter((url) => new URL(url).search || code.some((word) => url.includes(`${word} `) || url.includes(`${word}%20`)))).toEqual(
    [],
  )
  await context.close()
})
