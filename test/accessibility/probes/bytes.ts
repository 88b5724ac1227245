import { expect } from 'vitest'
import { phone } from '../../support/browser.ts'
import { fetchSent } from '../../support/visit.ts'
import { barOf, faultsOf, filesNamed, table, type Weight, weightOf } from '../../support/weight.ts'
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
    // Pages that no browser comes to here are weighed by what they name (weights.test.ts).
    const named = filesNamed(origin, (await fetchSent(origin, sending)).html)
    const isNamed = (url: string) => named.includes(url) || /\.woff2$/.test(url) || url.endsWith('/favicon.ico')
    return [
      ...faultsOf(w).map((fault) => `${fault}${table([w])}`),
      ...files.filter((url) => !isNamed(url)).map((url) => `asked for, but not named: ${url}`),
      ...named.filter((url) => !files.includes(url)).map((url) => `named, but not asked for: ${url}`),
    ]
  },
  end: () => {
    if (process.env.WAYMARK_ALL) console.log(table(weights))
    weights.length = 0
  },
}
