import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addLeave } from '../../src/commands/rota/add-leave.ts'
import { answerShift } from '../../src/commands/rota/answer-shift.ts'
import { askShift } from '../../src/commands/rota/ask-shift.ts'
import { askSwap } from '../../src/commands/rota/ask-swap.ts'
import { listOnCall } from '../../src/commands/rota/list-on-call.ts'
import { shiftOn } from '../../src/domain/rota/nights.ts'
import type { RungNumber, Span } from '../../src/domain/rota/shift.ts'
import { bringAxe, runAxe } from '../support/axe.ts'
import { type Look, turnTo, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'

/* The rota with real data: what was asked, agreed, refused, swapped, and a leave over a turn. Who is on call at this minute is in the first view. */

const phone: Look = { name: 'phone', viewport: { width: 390, height: 664 } }
let desk: ServedDesk
let page: Page
let ruth: Somebody
let asha: Somebody
let nell: Somebody
let held: string
const browser = useBrowser()
const day = (days: number) => Temporal.Now.plainDateISO('Europe/London').add({ days })
const night = (days: number) => shiftOn(day(days), new Temporal.PlainTime(17, 30), new Temporal.PlainTime(8), 'Europe/London') as Span

const ask = async (who: Somebody, rung: RungNumber, times: Span[], answer?: 'agreed' | 'refused'): Promise<string> => {
  const outcome = await desk.as(ruth, askShift, { person: who.person, rung, times, instead: [] })
  if (!('done' in outcome)) throw new Error(outcome.fault)
  if (answer) await desk.as(who, answerShift, { shifts: outcome.done.shifts, answer })
  return outcome.done.shifts[0] as string
}

beforeAll(async () => {
  desk = await serveTestDesk()
  ruth = await desk.somebody(['coordinator'], { name: 'Ruth Milestone' })
  asha = await desk.somebody(['practitioner'], { name: 'Asha Stile' })
  nell = await desk.somebody(['practitioner'], { name: 'Nell Byway', partner: 'watford' })
  // A number that Ofcom keeps for drama.
  await desk.owner.updateTable('profile').set({ phone: '07700 900123' }).where('person_id', '=', asha.person).execute()
  for (const { person } of [asha, nell]) await desk.as(ruth, listOnCall, { person })
  const now = Temporal.Now.instant().round('hour')
  const running = { starts: now.subtract({ hours: 2 }), ends: now.add({ hours: 5 }) }
  await ask(asha, 1, [running], 'agreed')
  await ask(nell, 2, [running])
  held = await ask(asha, 1, [night(2), night(3)], 'agreed')
  await ask(nell, 1, [night(4)], 'refused')
  await ask(nell, 1, [night(5)])
  await desk.as(asha, askSwap, { shift: held, to: nell.person })
  await desk.as(asha, addLeave, { person: asha.person, first: day(3), last: day(8) })
  page = await browser.open(phone)
  await bringAxe(page)
})
afterAll(async () => {
  await page.context().close()
  await desk.stop()
})

const show = async (who: Somebody, path: string): Promise<void> => {
  await page.context().addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
  await page.goto(`${desk.at}${path}`)
  await page.evaluate(() => document.fonts.ready)
  await turnTo(page, phone)
}
const faultsHere = async (): Promise<string[]> => [
  ...(await runAxe(page)).faults,
  ...((await page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)) as string[]),
  ...(await htmlFaults((await page.content()).replace('<!DOCTYPE', '<!doctype'))),
]

test.each([
  ['ruth', '/desk/rota'],
  ['nell', '/desk/rota'],
  ['ruth', '/desk/rota/people'],
  ['asha', '/desk/rota/leave'],
] as const)('as %s, axe finds nothing on %s, nothing is out of sight, and the HTML is valid', async (who, path) => {
  await show({ ruth, asha, nell }[who], path)
  expect(await faultsHere()).toEqual([])
})

test('what is wrong with a question, and what stands against it, is read as well', async () => {
  await show(ruth, `/desk/rota/ask?day=${day(2)}`)
  await page.getByRole('button', { name: 'Ask them' }).click()
  expect(await faultsHere()).toEqual([])
  await page.getByLabel('Who').selectOption({ label: 'Nell Byway, Watford Borough Council' })
  await page.getByLabel('First', { exact: true }).check()
  await page.getByRole('button', { name: 'Ask them' }).click()
  expect(await page.getByRole('button', { name: 'Ask Nell Byway instead' }).count()).toBe(1)
  expect(await faultsHere()).toEqual([])
})

test('in the first view of a phone: is it my turn, and who to call if not', async () => {
  const inView = async (text: RegExp): Promise<boolean> => {
    const box = await page.getByText(text).first().boundingBox()
    return box !== null && box.y + box.height < 664 - 53
  }
  await show(asha, '/desk/rota')
  expect(await inView(/You are on call, first, until/)).toBe(true)
  await show(ruth, '/desk/rota')
  expect(await inView(/You are not on call now/)).toBe(true)
  expect(await inView(/^07700 900123$/)).toBe(true)
  await show(ruth, '/desk')
  expect(await page.getByRole('complementary', { name: 'The desk now' }).innerText()).toMatch(/^On call now: Asha Stile, until /)
})
