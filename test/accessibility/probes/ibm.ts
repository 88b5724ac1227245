import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { desktop } from '../../support/browser.ts'
import { everyPage } from '../../support/every.ts'
import { noting } from '../../support/noting.ts'
import { among, type Probe } from './probe.ts'

type Found = { value: [string, string]; ruleId: string; message: string; snippet: string }
type Engine = { Checker: new () => { check(document: Document, guidelines: string[]): Promise<{ results: Found[] }> } }

/** IBM's rules beside axe's: others thought of other faults. They take seconds on a long page, so `npm run test:all` asks them. */
const wanted = Boolean(process.env.WAYMARK_ALL)

/** Puts them into each document that the page comes to from now on. */
export const bringIbm = (page: Page): Promise<unknown> =>
  page.addInitScript(readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace-window.js'), 'utf8'))

/** GOV.UK's skip link stands before every landmark, as axe lets it (rule `region`). */
const skipLink = ({ ruleId, snippet }: Found): boolean => ruleId === 'aria_content_in_landmark' && snippet.includes('govuk-skip-link')

/** Choices of one question in several groups have one name, which HTML allows and the server reads whole: each group has a legend of its own. */
const oneName = ({ ruleId }: Found): boolean => ruleId === 'input_checkboxes_grouped'

/** What they are sure of. What a person is to look at is not a fault that they found. */
export const ibmFaults = async (page: Page): Promise<string[]> => {
  const results = await page.evaluate(async () => {
    // What is folded away is looked at as a reader meets it: open.
    const folded = [...document.querySelectorAll('details:not([open])')] as HTMLDetailsElement[]
    for (const details of folded) details.open = true
    const { Checker } = (window as unknown as { ace_ibma: Engine }).ace_ibma
    const { results: all } = await new Checker().check(document, ['WCAG_2_2'])
    for (const details of folded) details.open = false
    return all.map(({ value, ruleId, message, snippet }) => ({ value, ruleId, message, snippet }))
  })
  if (results.length < 15) return [`only ${results.length} things were looked at`]
  const failed = results.filter((found) => found.value[1] === 'FAIL' && !skipLink(found) && !oneName(found))
  return failed.map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet}`)
}

export const ibm: Probe = {
  name: "IBM's checker finds nothing",
  asks: (view) => wanted && among(everyPage())(view),
  looks: () => [desktop],
  look: ({ page }) => ibmFaults(page),
  note: noting('ibm'),
}
