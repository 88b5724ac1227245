import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { askToShareCommand, shareAtOnceCommand } from '../../src/commands/concerns/sharing/ask-to-share.ts'
import { passToPartner } from '../../src/commands/concerns/sharing/pass-on.ts'
import { answerPassed } from '../../src/commands/concerns/sharing/passed.ts'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { desktop, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'

/* Pages of sharing, as whoever owns a concern, a second coordinator and a partner meet them. */

const browser = useBrowser()
let desk: ServedDesk
let intake: TestIntake
const paths: { name: string; path: string; who: Somebody }[] = []
beforeAll(async () => {
  desk = await serveTestDesk()
  const desks = await receivingDesk(desk)
  intake = desks.intake
  const { anna, ben } = desks
  const spoc = await desk.somebody(['spoc'], { partner: 'watford', name: 'Ruth Milestone' })
  const { id: concern } = await raise(desk, intake, { plain: { sharing: 'partners', danger: true, child: true, town: 'Watford' } })
  await desk.owner.updateTable('concern').set({ owner_id: anna.person }).where('id', '=', concern).execute()
  await desk.as(anna, readConcern, { concern })
  const shared = { version: 1, to: null, what: 'Please ask licensing who signed.\n\nCall me first.', asked: 'By Friday.' } as const
  const passed = await desk.as(anna, passToPartner, { concern, to: { partner: 'watford', person: null }, shared })
  if ('fault' in passed) throw new Error(passed.fault)
  const { share } = passed.done
  await desk.as(spoc, answerPassed, { concern, share, text: 'It was signed in June.' })
  const asked = { version: 1, shared: { ...shared, to: 'The duty sergeant' }, why: 'Two others live there.' } as const
  const ask = { concern, to: { outside: 'police' }, reason: 'coercion-or-duress', asked, tellReporter: true } as const
  const waiting = await desk.as(anna, askToShareCommand, ask)
  const urgent = await desk.as(anna, shareAtOnceCommand, { ...ask, to: { outside: 'council' }, reason: 'a-child', way: 'telephone' })
  if ('fault' in waiting || 'fault' in urgent) throw new Error(JSON.stringify([waiting, urgent]))
  const at = `/desk/concerns/${concern}`
  paths.push(
    { name: 'sharing', path: `${at}/sharing?told=passed`, who: anna },
    { name: 'pass', path: `${at}/sharing/pass`, who: anna },
    { name: 'ask', path: `${at}/sharing/ask`, who: anna },
    { name: 'choice', path: `${at}/sharing/choice`, who: anna },
    { name: 'end', path: `${at}/sharing/end/${share}`, who: anna },
    { name: 'asked', path: `${at}/sharing/${waiting.done.decision}`, who: anna },
    { name: 'decide', path: `${at}/sharing/${waiting.done.decision}`, who: ben },
    { name: 'review', path: `${at}/sharing/${urgent.done.decision}`, who: ben },
    { name: 'home', path: '/desk', who: ben },
    { name: 'passed', path: `${at}/passed?told=answered`, who: spoc },
    { name: 'finish', path: `${at}/passed/end`, who: spoc },
  )
})
afterAll(async () => {
  await intake.close()
  await desk.stop()
})

const geometry = (page: Page): Promise<string[]> => page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)

test('axe finds nothing on the pages of sharing, contrast of 7:1 by day and by night, nothing out of sight, targets of 24 px, valid HTML', async () => {
  const faults: Record<string, string[]> = {}
  for (const { name, path, who } of paths) {
    const context = await browser.context(desktop)
    await context.addCookies([{ name: 'waymark-desk', value: who.token, url: `${desk.at}/desk` }])
    const page = await context.newPage()
    await bringAxe(page)
    const answer = await page.goto(`${desk.at}${path}`)
    await page.evaluate(() => document.fonts.ready)
    const add = (look: string, found: string[]): void => {
      if (found.length) faults[`${name}, ${look}`] = found
    }
    expect([name, answer?.status()]).toEqual([name, 200])
    add('HTML', await htmlFaults((await answer?.text()) ?? ''))
    for (const look of [phone, zoomed, desktop]) {
      await turnTo(page, look)
      add(look.name, await geometry(page))
    }
    const { faults: found, passed } = await runAxe(page)
    expect(passed).toBeGreaterThan(10)
    add('axe', found)
    await turnTo(page, { ...desktop, dark: true })
    add('dark', await contrastFaults(page))
    await context.close()
  }
  expect(faults).toEqual({})
})
