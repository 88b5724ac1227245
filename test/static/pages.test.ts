import { beforeAll, expect, test } from 'vitest'
import { axeOnViews } from '../accessibility/axe-suite.ts'
import { desktop, forcedColours, phone, useBrowser, zoomed } from '../support/browser.ts'
import { everyTemplate } from '../support/every.ts'
import { useScales } from '../support/scales.ts'
import { withBuilt } from '../support/static.ts'
import { faultsOf, table, type Weight } from '../support/weight.ts'

const built = withBuilt()
const weightOf = useScales(useBrowser())

/** Every template as a file, in one language for each face: what answers a form is none. */
const views = everyTemplate().filter(({ steps, world, status }) => steps.length === 1 && world === 'evening' && status < 500)

// A file differs from what is served in what its script puts in: without script it is left as it is.
const all = Boolean(process.env.WAYMARK_ALL)
axeOnViews(views, async () => built().host.url, all ? [desktop, forcedColours, phone, zoomed] : [phone], all)

const weights: Weight[] = []
beforeAll(async () => {
  for (const view of views) weights.push(await weightOf(built().host.url, view))
}, 120_000)

test('pages written as files stay within the bars of those that are served', () => {
  expect(weights.length).toBeGreaterThan(20)
  for (const w of weights) expect(Math.min(w.html, w.css, w.script, w.font), w.name).toBeGreaterThan(500)
  expect(weights.flatMap(faultsOf), table(weights)).toEqual([])
  if (process.env.WAYMARK_ALL) console.log(table(weights))
})
