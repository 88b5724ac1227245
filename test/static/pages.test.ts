import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finishedOf } from '../../src/web/public/finished-pages.ts'
import { staticFiles } from '../../src/web/public/static/files.ts'
import { axeFaults, withoutOurScript } from '../accessibility/probes/axe.ts'
import { bringAxe } from '../support/axe.ts'
import { desktop, forcedColours, phone, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { everyTemplate } from '../support/every.ts'
import { attribute, type Element, elementsOf } from '../support/html.ts'
import { startWorlds } from '../support/site.ts'
import { staticSite, withBuilt } from '../support/static.ts'
import type { View } from '../support/views.ts'
import { fetchView, lastOf, visit } from '../support/visit.ts'
import { barOf, faultsOf, filesNamed, table, type Weight, watchFiles, weightOf } from '../support/weight.ts'

const built = withBuilt({ copies: true })
const browser = useBrowser()

/** Every template as a file, in one language for each face: what answers a form is none. */
const views = everyTemplate().filter(({ steps, world, status }) => steps.length === 1 && world === 'evening' && status < 500)

/** What kinds of elements a page has: each by its tag, classes and attributes, in the one that holds it, and the direction of the page. */
const kindsOf = (html: string): string[] => {
  const all = elementsOf(html)
  const direction = all.map((e) => attribute(e, 'dir')).find((dir) => dir !== null) ?? 'ltr'
  const kind = (e: Element): string =>
    [e.tagName, attribute(e, 'class'), attribute(e, 'role'), ...e.attrs.map(({ name }) => name).sort()].join(' ')
  const within = all.slice(all.findIndex(({ tagName }) => tagName === 'body'))
  return within.map((e) => `${direction}: ${e.parentNode && 'tagName' in e.parentNode ? kind(e.parentNode) : ''} > ${kind(e)}`)
}

/**
 * Those to which a browser comes here: with WAYMARK_ALL every one, else each that has a kind of element that neither the same page has as it
 * is served, to which one comes there (test/accessibility/visits.ts), nor a file chosen before it.
 */
const chosen = async (): Promise<View[]> => {
  if (process.env.WAYMARK_ALL) return views
  const site = staticSite()
  const files = new Map(staticFiles(site, finishedOf(site)).map(({ address, name, make }) => [address ?? name, make]))
  const { url } = await startWorlds()('evening')
  const seen = new Set<string>()
  const picked: View[] = []
  // The page for whoever is in danger before all others.
  for (const view of views.toSorted((a, b) => Number(b.name === '/get-help') - Number(a.name === '/get-help'))) {
    const [step] = view.steps
    const make = files.get(step && 'get' in step && view.status === 200 ? step.get : '404.html')
    const served = new Set(kindsOf((await fetchView(url, view.steps)).html))
    const kinds = kindsOf(make?.().toString() ?? '').filter((kind) => !served.has(kind))
    if (kinds.every((kind) => seen.has(kind))) continue
    picked.push(view)
    for (const kind of kinds) seen.add(kind)
  }
  return picked
}
const visited = await chosen()

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
afterAll(async () => {
  if (all) console.log(table(weights))
  await Promise.all([page, bare].map((opened) => opened?.context().close()))
})

/** A file within the bars of what is served, with the files that it asks for. */
const staysWithin = async ({ name, language, status, steps }: View, files: readonly string[]): Promise<void> => {
  const { url } = built().host
  const w = await weightOf({ name, bar: barOf(name, language?.face ?? 'atkinson'), status }, url, await lastOf(url, steps), files)
  weights.push(w)
  expect(Math.min(w.html, w.css, w.script, w.font)).toBeGreaterThan(500)
  expect(faultsOf(w), table([w])).toEqual([])
}

test('there are pages to look at', () => {
  expect(views.length).toBeGreaterThan(20)
  expect(visited.map(({ name }) => name)).toEqual(expect.arrayContaining(['/get-help', '/ar/get-help', '/search', '/signs/check']))
})

describe.each(visited)('$name', (view) => {
  let files: string[] = []
  beforeAll(async () => {
    await turnTo(page, phone)
    const { url } = built().host
    files = await filesOf(url, async () => expect((await visit(page, url, view.steps)).status()).toBe(view.status))
  })

  test('written as a file it stays within the bars of what is served', () => staysWithin(view, files))

  test('axe finds nothing', async () => {
    const faults = { scripted: await axeFaults(page, looks), plain: {} }
    if (all) {
      expect((await visit(bare, built().host.url, view.steps)).status()).toBe(view.status)
      faults.plain = await axeFaults(bare, [phone])
    }
    expect(faults).toEqual({ scripted: {}, plain: {} })
  })
})

describe.skipIf(process.env.WAYMARK_ALL)('the others, too, stay within the bars of what is served', () => {
  test.for(views.filter((view) => !visited.includes(view)))('$name', async (view) => {
    const { url } = built().host
    const { html } = await fetchView(url, view.steps)
    // Its numbers take a font of their own, which only the stylesheet names.
    await staysWithin(view, [...filesNamed(url, html), url + built().locale.site.assets.url('digits.woff2')])
  })
})
