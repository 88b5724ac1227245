import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Language } from '../../src/domain/languages/language.ts'
import { registry } from '../../src/web/public/registry.ts'
import { countPages, everyPage, everyPath } from '../support/every.ts'
import { attribute, type Element, elementsOf, plain, textOf } from '../support/html.ts'
import { writeNote } from '../support/record.ts'
import { startWorlds } from '../support/site.ts'
import { allViews, everySite } from '../support/views.ts'
import { fetchView } from '../support/visit.ts'

const world = startWorlds()
const views = everyPage()
const htmlOf = new Map<string, string>()
const found = { pages: countPages(views), states: views.length, violations: 0 }

beforeAll(async () => {
  for (const view of views) {
    const { status, html } = await fetchView((await world(view.world)).url, view.steps)
    expect(status, view.name).toBe(view.status)
    htmlOf.set(view.name, html)
  }
})

const named = (elements: readonly Element[], tag: string) => elements.filter((e) => e.tagName === tag)

/** What is wrong with the order of a page: its language, title, headings and landmarks. */
const faultsOf = (html: string, language?: Language): string[] => {
  const all = elementsOf(html)
  const root = named(all, 'html')[0] as Element
  const one = (tag: string) => (named(all, tag).length === 1 ? [] : [`${named(all, tag).length} <${tag}>`])
  // GOV.UK's error summary stands before the first heading, with a second-level title of its own.
  const headings = all.filter((e) => /^h[1-6]$/.test(e.tagName) && attribute(e, 'class') !== 'govuk-error-summary__title')
  const error = all.some((e) => attribute(e, 'class') === 'govuk-error-summary')
  const title = named(all, 'title').map(textOf).join()
  const level = (e: Element | undefined) => (e ? Number(e.tagName[1]) : 0)
  const skipped = headings.filter((h, index) => level(h) > level(headings[index - 1]) + 1)
  const empty = headings.filter((h) => plain(textOf(h)) === '')
  const ids = all.flatMap((e) => attribute(e, 'id') ?? [])
  const navs = named(all, 'nav').map((nav) => attribute(nav, 'aria-label') ?? attribute(nav, 'aria-labelledby'))
  const pointed = all.flatMap((e) => ['aria-labelledby', 'aria-describedby', 'for'].flatMap((name) => attribute(e, name)?.split(' ') ?? []))
  return [
    ...['html', 'title', 'h1', 'main', 'header', 'footer'].flatMap(one),
    ...(attribute(root, 'lang') === (language?.id ?? 'en') ? [] : [`no lang="${language?.id ?? 'en'}" on <html>`]),
    ...((attribute(root, 'dir') ?? 'ltr') === (language?.direction ?? 'ltr') ? [] : ['the wrong direction']),
    ...(title.startsWith('Error: ') === error ? [] : [`the title of a page ${error ? 'with' : 'without'} an error is "${title}"`]),
    ...(level(headings[0]) === 1 ? [] : [`the first heading is <${headings[0]?.tagName}>`]),
    ...skipped.map((h) => `a level is skipped before <${h.tagName}> ${plain(textOf(h))}`),
    ...empty.map((h) => `an empty <${h.tagName}>`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id "${id}" twice`),
    ...pointed.filter((id) => !ids.includes(id)).map((id) => `no element has the id "${id}"`),
    ...(new Set(navs).size === navs.length && !navs.includes(null) ? [] : ['navigations without names of their own']),
  ]
}

describe('language, title, headings and landmarks are in order', () => {
  test.for(views)('$name', (view, { expect }) => {
    const faults = faultsOf(htmlOf.get(view.name) ?? '', view.language)
    found.violations += faults.length
    expect(faults).toEqual([])
  })

  test('a page out of order would be noticed', () => {
    const bad =
      '<html><title>Error: x</title><main id="a"><h2>Two</h2><h4></h4><p aria-labelledby="b" id="a"></p></main><nav></nav><nav></nav></html>'
    const persian: Language = { id: 'fa', name: 'x', english: 'Persian', locale: 'fa', direction: 'rtl', face: 'arabic' }
    expect(faultsOf(bad.replace('<html', '<html lang="en"'), persian)).toEqual(
      expect.arrayContaining(['no lang="fa" on <html>', 'the wrong direction']),
    )
    expect(faultsOf(bad)).toEqual([
      '0 <h1>',
      '0 <header>',
      '0 <footer>',
      'no lang="en" on <html>',
      'the title of a page without an error is "Error: x"',
      'the first heading is <h2>',
      'a level is skipped before <h2> Two',
      'a level is skipped before <h4> ',
      'an empty <h4>',
      'id "a" twice',
      'no element has the id "b"',
      'navigations without names of their own',
    ])
  })
})

test('of the pages of which a pack has many, some are among the views', () => {
  const seen = new Set(allViews().map(({ name }) => name))
  const families = registry.filter((entry) => typeof entry === 'function').map((pages) => pages(everySite()).map(({ path }) => path))
  expect(families.length).toBeGreaterThan(5)
  expect(families.filter((paths) => !paths.some((path) => seen.has(path)))).toEqual([])
})

test('no two pages have the same title', async () => {
  const titles = everyPath().map((path) => plain(textOf(named(elementsOf(htmlOf.get(path) ?? ''), 'title')[0] as Element)))
  found.violations += titles.length - new Set(titles).size
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
})

afterAll(() => writeNote(inject('notes'), 'structure', found))
