import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { desktop, type Look, largeTexts, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { type ServedDesk, serveTestDesk } from '../support/desk.ts'
import { troublesIn } from '../support/desk-troubles.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { keyboardFaults } from './probes/keyboard.ts'

/* The home page and the list of jobs as they are served, when much has gone wrong and when nothing has. */

const phone: Look = { name: 'phone', viewport: { width: 390, height: 664 } }

const browser = useBrowser()
let desk: ServedDesk
let people: Awaited<ReturnType<typeof troublesIn>>
let page: Page
beforeAll(async () => {
  desk = await serveTestDesk()
  people = await troublesIn(desk)
  page = await browser.open(phone)
  await bringAxe(page)
})
afterAll(async () => {
  await page.context().close()
  await desk.stop()
})

const geometry = (): Promise<string[]> => page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)

const open = async (who: 'both' | 'practitioner', path: string): Promise<string> => {
  await page.context().addCookies([{ name: 'waymark-desk', value: people[who].token, url: `${desk.at}/desk` }])
  const answer = await page.goto(`${desk.at}${path}`)
  await page.evaluate(() => document.fonts.ready)
  return (await answer?.text()) ?? ''
}

test('axe finds nothing, contrast of 7:1 by day and by night, nothing out of sight, targets of 24 px, valid HTML, in order by keyboard', async () => {
  const faults: Record<string, string[]> = {}
  const views = [
    ['both', '/desk'],
    ['both', '/desk?told=alarm'],
    ['both', '/desk/jobs?told=retry'],
    ['practitioner', '/desk'],
    ['practitioner', '/desk/jobs'],
  ] as const
  for (const [who, path] of views) {
    const add = (look: string, found: string[]): void => {
      if (found.length) faults[`${path} as ${who}, ${look}`] = found
    }
    add('HTML', await htmlFaults(await open(who, path)))
    for (const look of [phone, ...largeTexts.slice(0, 1), zoomed, desktop]) {
      await turnTo(page, look)
      add(look.name, await geometry())
    }
    const { faults: found, passed } = await runAxe(page)
    expect(passed).toBeGreaterThan(10)
    add('axe', found)
    await turnTo(page, { ...desktop, dark: true })
    add('dark', await contrastFaults(page))
    await turnTo(page, phone)
    if (who === 'both') add('keyboard', await keyboardFaults(page))
  }
  expect(faults).toEqual({})
})
