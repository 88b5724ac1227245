import { describe, expect, test } from 'vitest'
import { everyPage, everyView } from '../support/every.ts'
import { startWorlds } from '../support/site.ts'
import { fetchSent, lastOf } from '../support/visit.ts'
import { barOf, faultsOf, filesNamed, table, weightOf } from '../support/weight.ts'

/* Pages that are other words in a template that a browser comes to (visits.ts). What a browser asks for there is what the HTML names. */

const world = startWorlds()
const visited = new Set(everyView().map(({ name }) => name))

describe('what is sent stays within its bars', () => {
  // In `npm test` every third of them, for they come in the order of their templates.
  test.for(everyPage().filter(({ name }, n) => !visited.has(name) && n % 3 === 0))(
    '$name',
    async ({ name, world: when, steps, status, language }, { expect }) => {
      const { url, locale } = await world(when)
      const sending = await lastOf(url, steps)
      const { html } = await fetchSent(url, sending)
      // Its numbers take a font of their own, which only the stylesheet names.
      const files = [...filesNamed(url, html), url + locale.site.assets.url('digits.woff2')]
      const w = await weightOf({ name, bar: barOf(name, language?.face ?? 'atkinson'), status }, url, sending, files)
      expect(Math.min(w.html, w.css, w.script, w.font)).toBeGreaterThan(500)
      expect(faultsOf(w), table([w])).toEqual([])
    },
  )

  test('what a page names is seen', () => {
    const html =
      '<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/b"><script src="c.js"></script><img src="data:image/png,">'
    expect(filesNamed('http://x', html)).toEqual(['http://x/a.css', 'http://x/c.js'])
  })
  test('those that a browser comes to are some of every kind', () => expect(visited.size).toBeGreaterThan(50))
})
