import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults, withoutOurScript } from '../accessibility/probes/axe.ts'
import { bringAxe } from '../support/axe.ts'
import { desktop, forcedColours, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { everyTemplate } from '../support/every.ts'
import { withBuilt } from '../support/static.ts'
import { lastOf, visit } from '../support/visit.ts'
import { barOf, faultsOf, table, type Weight, watchFiles, weightOf } from '../support/weight.ts'

const built = withBuilt()
const browser = useBrowser()

/** Every template as a file, in one language for each face: what answers a form is none. */
const views = everyTemplate().filter(({ steps, world, status }) => steps.length === 1 && world === 'evening' && status < 500)

// A file differs from what is served in what its script puts in: without script it is left as it is.
const all = Boolean(process.env.WAYMARK_ALL)
const looks = all ? [desktop, forcedColours, phone, zoomed] : [phone]

const weights: Weight[] = []
let page: Page
let bare: Page
let filesOf: Awaited<ReturnType<typeof watchFiles>>
beforeAll(async () => {
  page = await browser.open(phone)
  filesOf = await watchFiles(page)
  await bringAxe(page)
  if (all) bare = await withoutOurScript(await browser.open(phone))
})
afterAll(() => {
  if (all) console.log(table(weights))
})

test('there are pages to look at', () => expect(views.length).toBeGreaterThan(20))

describe.each(views)('$name', (view) => {
  const { name, language, status, steps } = view
  let files: string[] = []
  beforeAll(async () => {
    await turnTo(page, phone)
    const { url } = built().host
    files = await filesOf(url, async () => expect((await visit(page, url, steps)).status()).toBe(status))
  })

  test('written as a file it stays within the bars of what is served', async () => {
    const { url } = built().host
    const w = await weightOf({ name, bar: barOf(name, language?.face ?? 'atkinson'), status }, url, await lastOf(url, steps), files)
    weights.push(w)
    expect(Math.min(w.html, w.css, w.script, w.font)).toBeGreaterThan(500)
    expect(faultsOf(w), table([w])).toEqual([])
  })

  test('axe finds nothing', async () => {
    const faults = { scripted: await axeFaults(page, looks), plain: {} }
    if (all) {
      expect((await visit(bare, built().host.url, steps)).status()).toBe(status)
      faults.plain = await axeFaults(bare, [phone])
    }
    expect(faults).toEqual({ scripted: {}, plain: {} })
  })
})
