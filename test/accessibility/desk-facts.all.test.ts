import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportChecks } from '../../src/commands/facts/export-checks.ts'
import { recordCheck } from '../../src/commands/facts/record-check.ts'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { desktop, type Look, largeTexts, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { type ServedDesk, serveTestDesk } from '../support/desk.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { keyboardFaults } from './probes/keyboard.ts'

/* Pages of the pack's facts as they are served, with checks in every state. */

const phone: Look = { name: 'phone', viewport: { width: 390, height: 664 } }

const browser = useBrowser()
let desk: ServedDesk
let page: Page
const paths: Record<string, string> = {}
beforeAll(async () => {
  desk = await serveTestDesk()
  const coordinator = await desk.somebody(['coordinator'], { name: 'Fen Marlow' })
  const record = async (list: string, fact: string, holds: 'yes' | 'no', said: string): Promise<string> => {
    const checkedOn = desk.parts.now().toZonedDateTimeISO('Europe/London').toPlainDate().toString()
    const outcome = await desk.as(coordinator, recordCheck, {
      list,
      fact,
      checkedOn,
      way: 'telephone',
      asked: 'the duty manager',
      said,
      holds,
    })
    if ('fault' in outcome) throw new Error(outcome.fault)
    return outcome.done.check
  }
  await record('services', 'beacon', 'yes', 'All as before.')
  await record('partners', 'watford', 'no', 'It has another name.\nAsk again in May.')
  const exported = await desk.as(coordinator, exportChecks, {})
  if ('fault' in exported) throw new Error(exported.fault)
  const check = await record('services', 'childline', 'no', `averylongwordwithoutanyplacetobreak${'x'.repeat(80)}`)
  page = await browser.open(phone)
  await page.context().addCookies([{ name: 'waymark-desk', value: coordinator.token, url: `${desk.at}/desk` }])
  await bringAxe(page)
  Object.assign(paths, {
    list: '/desk/facts?list=services',
    empty: '/desk/facts?view=exported&q=zzz',
    fact: '/desk/facts/services/childline?told=recorded',
    figure: '/desk/facts/figures/nrm-2016',
    change: `/desk/facts/services/childline/${check}`,
    withdraw: `/desk/facts/services/childline/${check}/withdraw`,
    export: '/desk/facts/export?told=nothing',
    exported: `/desk/facts/export/${exported.done.at}?told=exported`,
  })
})
afterAll(async () => {
  await page.context().close()
  await desk.stop()
})

/** Pages with parts of every kind. */
const mixed = new Set(['list', 'fact', 'exported'])

const geometry = (): Promise<string[]> => page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)

test('axe finds nothing, contrast of 7:1 by day and by night, nothing out of sight, targets of 24 px, valid HTML', async () => {
  const faults: Record<string, string[]> = {}
  for (const [name, path] of Object.entries(paths)) {
    const answer = await page.goto(`${desk.at}${path}`)
    await page.evaluate(() => document.fonts.ready)
    const add = (look: string, found: string[]): void => {
      if (found.length) faults[`${name}, ${look}`] = found
    }
    expect([name, answer?.status()]).toEqual([name, 200])
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

test('by keyboard each thing on a fact’s page is reached in order on a phone', async () => {
  await page.goto(`${desk.at}${paths.fact}`)
  await turnTo(page, phone)
  expect(await keyboardFaults(page)).toEqual([])
})
