import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { desktop, type Look, largeTexts, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { type ServedDesk, serveTestDesk } from '../support/desk.ts'
import { type DeskPeople, peopleIn, peoplePaths } from '../support/desk-people.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { keyboardFaults } from './probes/keyboard.ts'

/* Pages about people and the directory as they are served, with people in every state. */

const phone: Look = { name: 'phone', viewport: { width: 390, height: 664 } }

const browser = useBrowser()
let desk: ServedDesk
let people: DeskPeople
let page: Page
beforeAll(async () => {
  desk = await serveTestDesk()
  people = await peopleIn(desk, desk.parts.now())
  page = await browser.open(phone)
  await page.context().addCookies([{ name: 'waymark-desk', value: people.cookie('administrator'), url: `${desk.at}/desk` }])
  await bringAxe(page)
})
afterAll(async () => {
  await page.context().close()
  await desk.stop()
})

/** Pages with parts of every kind; the others are forms of the same fields. */
const mixed = new Set(['list', 'person', 'directory', 'last-day', 'end-role'])

const geometry = (): Promise<string[]> => page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)

test('axe finds nothing, contrast of 7:1 by day and by night, nothing out of sight, targets of 24 px, valid HTML', async () => {
  const faults: Record<string, string[]> = {}
  for (const [name, path] of Object.entries(peoplePaths(people))) {
    const answer = await page.goto(`${desk.at}${path}`)
    await page.evaluate(() => document.fonts.ready)
    const add = (look: string, found: string[]): void => {
      if (found.length) faults[`${name}, ${look}`] = found
    }
    add('HTML', await htmlFaults((await answer?.text()) ?? ''))
    for (const look of [phone, ...(mixed.has(name) ? largeTexts.slice(0, 1) : []), zoomed, desktop]) {
      await turnTo(page, look)
      add(look.name, await geometry())
    }
    const { faults: found, passed } = await runAxe(page)
    expect(passed).toBeGreaterThan(10)
    add('axe', found)
    if (!mixed.has(name)) continue
    await turnTo(page, { ...desktop, dark: true })
    add('dark', await contrastFaults(page))
    await turnTo(page, desktop)
  }
  expect(faults).toEqual({})
})

test('by keyboard each thing on a person’s page and in the directory is reached in order on a phone', async () => {
  for (const name of ['person', 'directory'] as const) {
    await page.goto(`${desk.at}${peoplePaths(people)[name]}`)
    await turnTo(page, phone)
    expect(await keyboardFaults(page), name).toEqual([])
  }
})
