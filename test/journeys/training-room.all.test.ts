import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import type { Running } from '../http/support.ts'
import { type Look, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { anEvent, openTestAttend, serveAttend } from '../support/register.ts'

/* A room with twenty chairs and no signal for half of them: phones without a script, one that is passed round, and the trainer's own list. */

const small: Look = { name: 'small phone, no script', viewport: { width: 360, height: 640 }, script: false }
const browser = useBrowser()
let desk: ServedDesk
let attend: AttendParts & { close(): Promise<void> }
let site: Running
let trainer: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  attend = openTestAttend(desk)
  site = await serveAttend(attend)
  trainer = await desk.somebody(['trainer'], { partner: 'watford', name: 'Tom Causeway' })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await attend.close()
  await desk.stop()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const wide = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth')

test('phones, a phone that is passed round, and a quick list: all are counted once the trainer says so', async () => {
  const event = await anEvent(desk, trainer, {
    starts: Temporal.Now.instant().subtract({ minutes: 90 }),
    ends: Temporal.Now.instant().subtract({ minutes: 30 }),
  })
  const phone = await browser.open(small)
  await phone.goto(`http://127.0.0.1:${site.port}/in?e=${event.code}`)
  for (const name of ['Abi Lychgate', 'Ben Packhorse']) {
    await phone.getByLabel('The word on the screen').fill(event.word.toLowerCase())
    await phone.getByLabel('Your name').fill(name)
    await phone.getByLabel('Where you work or volunteer').fill('Chalkhill Housing')
    await press(phone, 'Put me on the list')
    // Asked once, for it is none that is known.
    await phone.getByRole('radio', { name: 'Housing', exact: true }).check()
    expect(await wide(phone)).toBeLessThanOrEqual(360)
    await press(phone, 'Put me on the list')
    await phone.getByRole('heading', { name: `${name}, you are on the list` }).waitFor()
    await press(phone, 'Next person')
    expect(await phone.getByLabel('Your name').inputValue()).toBe('')
  }
  expect(await phone.context().cookies()).toEqual([])

  const own = await browser.open({ ...small, name: 'the trainer’s phone' })
  await own.context().addCookies([{ name: 'waymark-desk', value: trainer.token, url: desk.at }])
  await own.goto(`${desk.at}/desk`)
  await own
    .getByRole('link', { name: /at Council offices, Watford/ })
    .first()
    .click()
  await own.getByRole('link', { name: 'Show it large on the wall' }).click()
  await own.getByText(event.code).waitFor()
  expect(await wide(own)).toBeLessThanOrEqual(360)
  await own.getByRole('link', { name: 'Back to the event' }).click()
  await own.getByLabel('Names', { exact: true }).fill('Cass Ford\nDee Stile, Chalkhill Housing')
  await press(own, 'Add to the list')
  await own.getByLabel('What kind of organisation is Chalkhill Housing?').selectOption('housing')
  await press(own, 'Add to the list')
  await own.getByText('2 names are on the list.').waitFor()
  // Three were in the room, and four are ticked.
  await own.getByLabel('How many people did you count in the room?').fill('3')
  await press(own, 'Confirm these people')
  await own.getByText('4 are ticked, but you counted 3 in the room').first().waitFor()
  await own.getByRole('checkbox', { name: /^Dee Stile/ }).uncheck()
  await press(own, 'Confirm these people')
  await own.getByText('3 people are counted now.').waitFor()
  expect(await wide(own)).toBeLessThanOrEqual(360)
  const counted = await desk.owner.selectFrom('attendance').select('sector').where('event_id', '=', event.event).execute()
  expect(counted.map(({ sector }) => sector).sort()).toEqual(['councils', 'housing', 'housing'])

  await phone.goto(`http://127.0.0.1:${site.port}/in/feedback?e=${event.code}`)
  await phone.getByRole('group', { name: /^Now:/ }).getByRole('radio', { name: 'Mostly' }).check()
  await press(phone, 'Send')
  await phone.getByRole('heading', { name: 'Thank you' }).waitFor()
  await Promise.all([phone.context().close(), own.context().close()])
}, 60_000)
