import { randomUUID } from 'node:crypto'
import type { Page, Response } from 'playwright-core'
import { contrastFaults, runAxe } from '../support/axe.ts'
import { dark, desktop, type Look, phone, turnTo, zoomed } from '../support/browser.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { ask } from './ask.ts'
import { jumps } from './probes/jumps.ts'
import { keyboard } from './probes/keyboard.ts'
import { largeText, spacing } from './probes/large-text.ts'
import type { Probe } from './probes/probe.ts'
import { inlineIn } from './probes/quiet.ts'
import { reflow, targets } from './probes/reflow.ts'

/* Pages that a served desk stands behind, asked what the pages of visits.ts are asked. They are come to by what a test did before. */

/** A page in a state, and how to come to it: as often as it is asked. */
export type State = { name: string; status: number; come(page: Page): Promise<Response> }

/** Is what an error leads to there, and can it be filled in? (jumps.ts asks whether it is seen.) Where nothing can be, it leads to the main part. */
export const errorLinks: Probe = {
  name: 'what is wrong leads to a field',
  asks: () => true,
  looks: () => [zoomed],
  inPage: () => {
    const fields = 'main :is(input:not([type="hidden"]), select, textarea)'
    const to = (link: HTMLAnchorElement) => document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return [...document.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a')]
      .filter((link) => !to(link)?.matches(document.querySelector(fields) ? fields : 'main'))
      .map((link) => `leads to no field: ${link.textContent}, ${link.hash}`)
  },
}

/** Axe in the layouts that are looked at, and its contrast by night. */
const axeOn = (looks: readonly Look[]): Probe => ({
  name: 'axe finds nothing',
  asks: () => true,
  looks: () => [...looks, dark],
  look: async ({ page }, look) => {
    if (look === dark) return contrastFaults(page)
    const { faults, passed } = await runAxe(page)
    return passed > 10 ? faults : [...faults, `only ${passed} rules had something to look at`]
  },
})

/** Asked of every page of a state. The keys come last: their round ends on the skip link, which lies over the page. */
export const asked: readonly Probe[] = [
  // Wide first: the keys below begin at the top of the page there. Narrow too with WAYMARK_ALL, as in probes/axe.ts.
  axeOn(process.env.WAYMARK_ALL ? [desktop, phone] : [desktop]),
  errorLinks,
  reflow,
  targets,
  spacing,
  largeText,
  keyboard,
  jumps,
]

/** Where a test is told to put pictures of what it looks at, it does. */
const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.WAYMARK_LOOK
  if (!folder) return
  for (const night of [false, true])
    for (const [width, height] of [
      [390, 844],
      [1280, 900],
    ] as const) {
      await turnTo(page, { name: '', viewport: { width, height }, dark: night })
      await page.screenshot({
        path: `${folder}/${name.replace(/\W+/g, '-')}-${width}${night ? '-dark' : ''}.png`,
        fullPage: true,
      })
    }
}

/** What is wrong with the page in this state, by what was asked and the window in which. */
export const faultsOf = async (
  page: Page,
  { name, status, come }: State,
  probes: readonly Probe[] = asked,
): Promise<Record<string, unknown>> => {
  await turnTo(page, phone)
  const answer = await come(page)
  await page.evaluate(() => document.fonts.ready)
  const faults: Record<string, unknown> = {}
  if (answer.status() !== status) faults.status = answer.status()
  const html = await answer.text()
  const written = [...(await htmlFaults(html)), ...inlineIn(html)]
  if (written.length) faults.HTML = written
  await shoot(page, name)
  const { origin } = new URL(page.url())
  const view = { name, world: 'evening', steps: [{ get: '/' }], status } as const
  // What they count for the accessibility statement is the pages that anybody can come to.
  const all = probes.map(({ note: _, ...probe }) => probe)
  const found = await ask({ page, view, origin, sending: { path: '/', form: null }, files: [], said: [] }, all)
  for (const [probe, { faults: own, error }] of found)
    if (error || Object.keys(own).length) faults[probe.name] = error ? String(error) : own
  return faults
}

/** The form of a page, as it is sent. Each is one of its own. */
export const formOf = (fields: Readonly<Record<string, string>> | readonly [string, string][]): string =>
  new URLSearchParams([['key', randomUUID()], ...(Array.isArray(fields) ? fields : Object.entries(fields))]).toString()
