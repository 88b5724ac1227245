import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringAxe } from '../support/axe.ts'
import { phone, turnTo, useBrowser } from '../support/browser.ts'
import { everyView } from '../support/every.ts'
import { noting } from '../support/noting.ts'
import type { NoteFile } from '../support/record.ts'
import { startWorlds } from '../support/site.ts'
import type { View } from '../support/views.ts'
import { lastOf, show } from '../support/visit.ts'
import { watchFiles } from '../support/weight.ts'
import { ask } from './ask.ts'
import { axe, axeInTheDark, axeWithoutScript, withoutOurScript } from './probes/axe.ts'
import { bytes } from './probes/bytes.ts'
import { endOfPage } from './probes/end-of-page.ts'
import { firstView } from './probes/first-view.ts'
import { bringIbm, ibm } from './probes/ibm.ts'
import { jumps } from './probes/jumps.ts'
import { keyboard } from './probes/keyboard.ts'
import { largeText, spacing } from './probes/large-text.ts'
import { letters } from './probes/letters.ts'
import { mirrored } from './probes/mirrored.ts'
import { listen, quiet } from './probes/quiet.ts'
import { reflow, targets } from './probes/reflow.ts'
import { wayOut } from './probes/way-out.ts'

// Shared out among test files, so that they run beside one another.
export const isGetHelp = ({ name }: View): boolean => name.includes('/get-help')
export const isOfSigns = ({ name }: View): boolean => name.startsWith('/signs')
export const isOther = (view: View): boolean => !isGetHelp(view) && !isOfSigns(view)
export const isOfPathway = ({ name }: View): boolean => /^\/(?:pathway|training|resources)/.test(name)

/** Comes to each page in each state once, on a phone and with nothing kept, and asks it everything: each question is a test of its own. */
export const visitEach = (file: NoteFile, wanted: (view: View) => boolean): void => {
  const browser = useBrowser()
  const world = startWorlds()
  let page: Page
  let bare: Page
  let ears: ReturnType<typeof listen>
  let filesOf: Awaited<ReturnType<typeof watchFiles>>

  const note = noting(file)
  const probes = [
    quiet,
    bytes,
    letters,
    endOfPage,
    firstView,
    // Before the keys: their round ends on the skip link, which lies over the page.
    axeInTheDark,
    axe(note),
    ibm,
    axeWithoutScript(note, () => bare),
    reflow,
    targets,
    spacing,
    largeText,
    wayOut,
    keyboard,
    jumps,
    mirrored,
  ]

  beforeAll(async () => {
    page = await browser.open(phone)
    ears = listen(page)
    filesOf = await watchFiles(page)
    await bringAxe(page)
    if (process.env.WAYMARK_ALL) await bringIbm(page)
    bare = await withoutOurScript(await browser.open(phone))
  })
  afterAll(async () => {
    for (const written of new Set(probes.map((probe) => probe.note))) written?.write()
    for (const probe of probes) probe.end?.()
    await Promise.all([page, bare].map((opened) => opened.context().close()))
  })

  describe.each(everyView().filter(wanted))('$name', (view) => {
    const asked = probes.filter((probe) => probe.asks(view))
    let found: Awaited<ReturnType<typeof ask>>
    beforeAll(async () => {
      const { url: origin } = await world(view.world)
      await turnTo(page, phone)
      ears.begin()
      let status = 0
      const sending = await lastOf(origin, view.steps)
      const files = await filesOf(origin, async () => {
        status = (await show(page, origin, sending)).status()
      })
      expect(status).toBe(view.status)
      found = await ask({ page, view, origin, sending, files, said: [...ears.said()] }, asked)
    })
    for (const probe of asked)
      test(probe.name, () => {
        const { faults, error } = found.get(probe) ?? {}
        if (error) throw error
        expect(faults).toEqual({})
      })
  })
}
