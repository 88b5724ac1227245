import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  // The look promises 7:1 for every pair of text. Who has that has AA's 4.5:1, so the weaker rule would only cost time.
  rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } },
  resultTypes: ['violations', 'incomplete'],
}

export type Found = { faults: string[]; passed: number }

/** Puts axe into the page; it stays there until the page is left. */
export const bringAxe = (page: Page): Promise<unknown> => page.evaluate(source)

/** What axe finds on the page as it is now. What it leaves undecided counts too, but for contrast, which the brand's table decides. */
export const runAxe = (page: Page): Promise<Found> =>
  page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
    const { violations, incomplete, passes } = await axe.run(given)
    const undecided = incomplete.filter((rule) => !rule.id.startsWith('color-contrast'))
    const faults = [...violations, ...undecided].flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    )
    return { faults, passed: passes.length }
  }, options)
