import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { desktop, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { countPages, everyView } from '../support/every.ts'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { writeNote } from '../support/record.ts'
import { startWorlds } from '../support/site.ts'
import type { View } from '../support/views.ts'
import { visit } from '../support/visit.ts'

const browser = useBrowser()
const world = startWorlds()
const views = everyView()
const [sight, targets] = [
  { pages: countPages(views), states: 0, violations: 0 },
  { pages: countPages(views), states: 0, violations: 0 },
]
let page: Page
/** What is in sight at 320 px is so wider, but for what stands side by side there: the templates in English tell. */
const looksAt = (view: View) => (process.env.WAYMARK_ALL ? [zoomed, phone, desktop] : view.language ? [zoomed] : [zoomed, desktop])

beforeAll(async () => {
  page = await browser.open(zoomed)
})

describe('nothing is out of sight, and each target is 24 px or more', () => {
  test.for(views)('$name', async (view, { expect }) => {
    const faults: Record<string, string[]> = {}
    await visit(page, (await world(view.world)).url, view.steps)
    for (const look of looksAt(view)) {
      await turnTo(page, look)
      const [hidden, small] = [await page.evaluate(outOfSight), await page.evaluate(smallTargets)]
      if (hidden.length + small.length) faults[look.name] = [...hidden, ...small]
      sight.states += 1
      sight.violations += hidden.length
      targets.states += 1
      targets.violations += small.length
    }
    expect(faults).toEqual({})
  })
})

describe('the look would notice', () => {
  const spoiled = async (css: string): Promise<string> => {
    await turnTo(page, zoomed)
    await page.goto(`${(await world('evening')).url}/get-help`)
    await page.evaluate((rule) => document.styleSheets[0]?.insertRule(rule, document.styleSheets[0].cssRules.length), css)
    return [...(await page.evaluate(outOfSight)), ...(await page.evaluate(smallTargets))].join('\n')
  }

  test('a page too wide', async () => {
    expect(await spoiled('main { inline-size: 400px }')).toContain('the page is 400 px wide in a window of 320')
  })
  test('text cut off by its box', async () => {
    const faults = await spoiled('.about { block-size: 1rem; overflow: hidden }')
    expect(faults).toContain('cut off: ')
    expect(await spoiled('.about p { overflow: hidden; white-space: nowrap }')).toContain('cut off at the side: ')
  })
  test('a number cut off by its board', async () => {
    expect(await spoiled('.board { inline-size: 5rem !important }')).toMatch(/cut off by a shape: 0[\d ]+/)
  })
  test('a small target', async () => {
    expect(await spoiled('.menu { padding: 0; line-height: 1; border: 0 }')).toMatch(/\d+ x 1\d px: <a class="menu"/)
  })
})

afterAll(() => {
  writeNote(inject('notes'), 'reflow', sight)
  writeNote(inject('notes'), 'targets', targets)
})
