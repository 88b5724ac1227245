import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, test } from 'vitest'
import { bringAxe, runAxe } from '../support/axe.ts'
import { desktop, forcedColours, type Look, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { countPages, everyTemplate } from '../support/every.ts'
import { type NoteFile, writeNote } from '../support/record.ts'
import { startWorlds } from '../support/site.ts'
import type { View } from '../support/views.ts'
import { visit } from '../support/visit.ts'

type Window = { name: string; page: Page; looks: readonly Look[]; scripted: boolean }

const templates = new Set(everyTemplate().map(({ name }) => name))

/**
 * Our script does the same in every language and in every state of a page: what differs by its words is looked at without it, and
 * what differs by its state with it; each template both ways. With WAYMARK_ALL everything is.
 */
const inWindow = (view: View, scripted: boolean): boolean =>
  Boolean(process.env.WAYMARK_ALL) || templates.has(view.name) || scripted === !view.language

/** Runs axe on each view in each window, and once more without script. */
export const axeFindsNothing = (note: NoteFile, views: readonly View[]): void => {
  const world = startWorlds()
  // Wide with our script, narrow without: a page has two layouts. At 400 % it is laid out as on a phone, and in forced colours as
  // wide as before, with its contrast the reader's own.
  const looks = process.env.WAYMARK_ALL ? [desktop, forcedColours, phone, zoomed] : [desktop]
  const found = axeOnViews(views, async (view) => (await world(view.world)).url, looks)
  afterAll(() => writeNote(inject('notes'), note, { ...found, pages: countPages(views) }))
}

/** The same on views that `originOf` serves, with our script alone where `without` is false. Gives the count of states and of faults, which grows as the tests run. */
export const axeOnViews = (views: readonly View[], originOf: (view: View) => Promise<string>, looks: readonly Look[], without = true) => {
  const browser = useBrowser()
  const windows: Window[] = []
  const found = { states: 0, violations: 0 }

  beforeAll(async () => {
    windows.push({ name: '', page: await browser.open(looks[0] ?? desktop), looks, scripted: true })
    // axe itself needs script, so "without" means that none of ours arrives.
    if (without) {
      const page = await browser.open(phone)
      await page.route('**/*.js', (route) => route.abort())
      windows.push({ name: ', without script', page, looks: [phone], scripted: false })
    }
    for (const { page } of windows) await bringAxe(page)
  })

  describe('axe finds nothing', () => {
    test.for(views)('$name', async (view, { expect }) => {
      const faults: Record<string, string[]> = {}
      for (const { name, page, looks } of windows.filter(({ scripted }) => inWindow(view, scripted))) {
        // A page that puts the focus somewhere scrolls there: not in the last view's window.
        await turnTo(page, looks[0] ?? desktop)
        const answer = await visit(page, await originOf(view), view.steps)
        expect(answer.status()).toBe(view.status)
        for (const look of looks) {
          await turnTo(page, look)
          const result = await runAxe(page, look.forcedColours)
          expect(result.passed, 'rules that had something to look at').toBeGreaterThan(15)
          if (result.faults.length) faults[look.name + name] = result.faults
          found.states += 1
          found.violations += result.faults.length
        }
      }
      expect(faults).toEqual({})
    })
  })
  return found
}
