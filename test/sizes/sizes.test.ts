import { beforeAll, describe, expect, test } from 'vitest'
import { useBrowser } from '../support/browser.ts'
import { everyPage } from '../support/every.ts'
import { useScales } from '../support/scales.ts'
import { startWorlds } from '../support/site.ts'
import type { View } from '../support/views.ts'
import { faultsOf, table, type Weight } from '../support/weight.ts'

const weightOf = useScales(useBrowser())
const world = startWorlds()

describe('bytes as sent', () => {
  const weights: Weight[] = []
  beforeAll(async () => {
    for (const view of everyPage()) weights.push(await weightOf((await world(view.world)).url, view))
    if (process.env.WAYMARK_ALL) console.log(table(weights))
  }, 300_000)

  test('every page stays within its bars', () => {
    expect(weights.length).toBe(everyPage().length)
    for (const w of weights) expect(Math.min(w.html, w.css, w.script, w.font), w.name).toBeGreaterThan(500)
    expect(weights.flatMap(faultsOf), table(weights)).toEqual([])
  })

  test('a page over its bars would be noticed', async () => {
    const { url } = await world('evening')
    const view: View = { name: '/get-help', world: 'evening', steps: [{ get: '/get-help' }], status: 200 }
    const much = [...Array.from({ length: 8 }, () => `${url}/signs`), 'https://example.org/']
    const faults = faultsOf(await weightOf(url, view, much)).join()
    expect(faults).toMatch(/HTML and CSS \d+ > 14336/)
    expect(faults).toMatch(/everything \d+ > 40960/)
    expect(faults).toMatch(/\d+ requests > 5/)
    expect(faults).toContain('1 requests to other hosts')
  })
})
