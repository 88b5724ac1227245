import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { bringAxe, runAxe } from '../../support/axe.ts'
import { desktop, forcedColours, type Look, phone, turnTo, zoomed } from '../../support/browser.ts'
import { everyTemplate, everyView } from '../../support/every.ts'
import { noting } from '../../support/noting.ts'
import type { NoteFile } from '../../support/record.ts'
import type { View } from '../../support/views.ts'
import { visit } from '../../support/visit.ts'
import { among, type Probe } from './probe.ts'

const all = Boolean(process.env.WAYMARK_ALL)
// Wide with our script, narrow without: a page has two layouts. At 400 % it is laid out as on a phone, and in forced colours as
// wide as before, with its contrast the reader's own.
const scriptedLooks = all ? [desktop, forcedColours, phone, zoomed] : [desktop]

const isTemplate = among(everyTemplate())
/**
 * Our script does the same in every language and in every state of a page: what differs by its words is looked at without it, and
 * what differs by its state with it; each template both ways. With WAYMARK_ALL everything is.
 */
const inWindow = (view: View, scripted: boolean): boolean => all || isTemplate(view) || scripted === !view.language

/** What axe finds on the page in each look. `each`: how many faults one look showed. */
export const axeFaults = async (
  page: Page,
  looks: readonly Look[],
  each: (faults: number) => void = () => {},
): Promise<Record<string, string[]>> => {
  const faults: Record<string, string[]> = {}
  for (const look of looks) {
    await turnTo(page, look)
    const result = await runAxe(page, look.forcedColours)
    expect(result.passed, 'rules that had something to look at').toBeGreaterThan(15)
    if (result.faults.length) faults[look.name] = result.faults
    each(result.faults.length)
  }
  return faults
}

/** A page to which none of our script comes. axe itself needs script. */
export const withoutOurScript = async (page: Page): Promise<Page> => {
  await page.route('**/*.js', (route) => route.abort())
  await bringAxe(page)
  return page
}

/** `bare`: the page to which none of our script comes. */
export const axe = (note: NoteFile, bare: () => Page): Probe => {
  const found = noting(note)
  return {
    name: 'axe finds nothing',
    asks: among(everyView()),
    look: async ({ page, view, origin }) => {
      const each = (faults: number) => found.add(view, faults)
      const scripted = inWindow(view, true) ? await axeFaults(page, scriptedLooks, each) : {}
      if (!inWindow(view, false)) return expect(scripted).toEqual({})
      // A page that puts the focus somewhere scrolls there: not in the last view's window.
      await turnTo(bare(), phone)
      expect((await visit(bare(), origin, view.steps)).status()).toBe(view.status)
      const plain = await axeFaults(bare(), [phone], each)
      expect({ scripted, plain }).toEqual({ scripted: {}, plain: {} })
    },
    end: () => found.write(),
  }
}
