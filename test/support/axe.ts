import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

type Axe = { run(options: RunOptions): Promise<AxeResults> }

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Contrast is asked for as the look promises it: 7:1, and 4.5:1 for large text (WCAG 1.4.6, beyond AA's 1.4.3). Shapes drawn
 * by pseudo-elements are left out of sight, or axe would decide nothing beside them; what stands on one is in the brand's table.
 */
const contrast = {
  ignoreUnicode: true,
  ignoreLength: false,
  ignorePseudo: true,
  boldValue: 700,
  boldTextPt: 14,
  largeTextPt: 18,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
}

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations', 'incomplete'],
  // A selector for each element that passed takes long, and nobody reads it.
  selectors: false,
  elementRef: true,
}

/**
 * Where axe cannot decide on contrast: figures of one digit and what is scrolled out of sight in a chart and its table, whose pairs are in the
 * brand's table; a gradient, a cut edge, a drawn hill, whose pairs are in the brand's table, and the numbers drawn on a
 * picture of the course, whose paint test/journeys/elearning.all.test.ts compares.
 */
const undecidable = '.masthead *, .hero *, .board *, .spot text, .chart-drawing text, .chart-rows *'

export type Found = { faults: string[]; passed: number }

/** Puts axe into each document that the page comes to from now on, whatever its policy. */
export const bringAxe = (page: Page): Promise<unknown> =>
  page.addInitScript(`${source};axe.configure(${JSON.stringify({ checks: [{ id: 'color-contrast', options: contrast }] })})`)

/** What axe finds on the page as it is now, and what it leaves undecided. In forced colours the colours are the reader's own. */
export const runAxe = (page: Page, ownColours = false): Promise<Found> =>
  run(page, ownColours ? { ...options, rules: { 'color-contrast': { enabled: false } } } : options)

/** Its contrast alone, for the same page in other colours. */
export const contrastFaults = async (page: Page): Promise<string[]> =>
  (await run(page, { ...options, runOnly: { type: 'rule', values: ['color-contrast'] } })).faults

const run = (page: Page, rules: RunOptions): Promise<Found> =>
  page.evaluate(
    async ({ given, apart }) => {
      const { violations, incomplete, passes } = await (window as unknown as { axe: Axe }).axe.run(given)
      const undecided = incomplete.map((rule) => ({
        ...rule,
        nodes: rule.nodes.filter(({ element }) => rule.id !== 'color-contrast' || !element?.matches(apart)),
      }))
      const faults = [...violations, ...undecided].flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary ?? ''}`),
      )
      return { faults, passed: passes.length }
    },
    { given: rules, apart: undecidable },
  )
