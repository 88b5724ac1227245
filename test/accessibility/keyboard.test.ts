import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { desktop, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { countPages, everyForm } from '../support/every.ts'
import { type Round, tabThrough } from '../support/keys.ts'
import { writeNote } from '../support/record.ts'
import { startWorlds } from '../support/site.ts'
import { visit } from '../support/visit.ts'

const browser = useBrowser()
const world = startWorlds()
const views = everyForm()
const found = { states: 0, violations: 0 }
let page: Page

beforeAll(async () => {
  page = await browser.open(desktop)
})

/** What is wrong with a walk through the page by the Tab key. */
const faultsOf = ({ stops, expected, wayOut }: Round): string[] => {
  const kinds = stops.map((stop) => stop.kind)
  const [out, main] = [kinds.indexOf('out'), kinds.indexOf('main')]
  return [
    ...(stops.length === expected ? [] : [`${stops.length} stops, but ${expected} things to use`]),
    ...(kinds[0] === 'skip' ? [] : [`the first stop is ${stops[0]?.what}`]),
    ...(main < 0 ? ['no stop in the main part'] : []),
    ...(wayOut && (out < 0 || out > main) ? ['the way out does not come before the main part'] : []),
    ...stops.filter((stop) => !stop.ring).map((stop) => `no ring: ${stop.what}`),
    ...stops
      .filter((stop) => stop.seen < stop.points)
      .map((stop) => `covered or out of sight: ${stop.what}, ${stop.seen} of ${stop.points} points seen`),
  ]
}

const walk = async (): Promise<string[]> => faultsOf(await tabThrough(page))

describe('by keyboard each thing is reached in order, with a ring, and nothing lies over it', () => {
  test.for(views)('$name', async (view, { expect }) => {
    const faults: Record<string, string[]> = {}
    // The bar of the way out lies at the bottom of a phone and of a window at 400 % alike.
    await turnTo(page, desktop)
    await visit(page, (await world(view.world)).url, view.steps)
    for (const look of process.env.WAYMARK_ALL ? [desktop, phone, zoomed] : [desktop, zoomed]) {
      await turnTo(page, look)
      const result = await walk()
      if (result.length) faults[look.name] = result
      found.states += 1
      found.violations += result.length
    }
    expect(faults).toEqual({})
  })
})

test('the skip link leads past everything to the main part', async () => {
  await page.goto(`${(await world('evening')).url}/signs`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
})

describe('the walk would notice', () => {
  const spoil = async (how: () => void): Promise<string> => {
    await turnTo(page, phone)
    await page.goto(`${(await world('evening')).url}/get-help`)
    await page.evaluate(how)
    return (await walk()).join('\n')
  }

  test('a bar that covers what has the focus', async () => {
    expect(await spoil(() => document.documentElement.style.setProperty('scroll-padding', '0'))).toContain('covered or out of sight')
  })
  test('a link without a ring', async () => {
    expect(
      await spoil(() =>
        document.styleSheets[0]?.insertRule('.board:focus-visible { outline: none }', document.styleSheets[0].cssRules.length),
      ),
    ).toContain('no ring: a Call')
  })
  test('an order of its own, and a thing that Tab does not reach', async () => {
    const faults = await spoil(() => {
      document.querySelector<HTMLElement>('main a')?.setAttribute('tabindex', '1')
      document.querySelector<HTMLElement>('footer a')?.setAttribute('tabindex', '-1')
    })
    expect(faults).toMatch(/the first stop is a (?!Skip)/)
    expect(faults).toContain('the way out does not come before the main part')
    expect(faults).toMatch(/\d+ stops, but \d+ things to use/)
  })
})

afterAll(() => writeNote(inject('notes'), 'keyboard', { ...found, pages: countPages(views) }))
