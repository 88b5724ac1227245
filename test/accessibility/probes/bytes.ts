import { expect } from 'vitest'
import { phone } from '../../support/browser.ts'
import { barOf, faultsOf, table, type Weight, weightOf } from '../../support/weight.ts'
import type { Probe } from './probe.ts'

const weights: Weight[] = []

export const bytes: Probe = {
  name: 'what is sent stays within its bars',
  asks: () => true,
  looks: () => [phone],
  look: async ({ view, origin, sending, files }) => {
    const bar = barOf(view.name, view.language?.face ?? 'atkinson')
    const w = await weightOf({ name: view.name, bar, status: view.status }, origin, sending, files)
    weights.push(w)
    expect(Math.min(w.html, w.css, w.script, w.font)).toBeGreaterThan(500)
    return faultsOf(w).map((fault) => `${fault}${table([w])}`)
  },
  end: () => {
    if (process.env.WAYMARK_ALL) console.log(table(weights))
    weights.length = 0
  },
}
