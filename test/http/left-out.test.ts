import { expect, test } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { ownHistory, type Partnership } from '../../src/domain/people/partnership.ts'
import { editionAt } from '../../src/web/context/resources.ts'
import { finishedOf } from '../../src/web/public/finished-pages.ts'
import { publicSite } from '../../src/web/public/site.ts'
import { fakePress } from '../support/fake-press.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { adopted, realPack } from '../support/real-pack.ts'

/*
 * What only one county has may be left out of a pack. Then no page, feed or printed file shows a heading with nothing below it, an empty
 * row, a comma before nothing or the word "undefined".
 */

const whole = adopted(realPack())
const origin = 'https://waymark.example.org'
const now = Temporal.Instant.from('2026-11-28T21:10:00Z')
const assets = { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' }

/** Every page and feed, and what every printed file says, by its address or name. */
const said = async (pack: Pack): Promise<Map<string, string>> => {
  const locale = publicSite({ pack, assets, origin, press: fakePress(pack), clock: () => now })
  await locale.site.resources.learn(now)
  const pages = [...finishedOf(locale)].filter(([, { type }]) => /html|xml|json|calendar/.test(type))
  return new Map([
    ...pages.map(([path, { make }]): [string, string] => [path, String(make(now).body)]),
    ...outputsOfPack(pack, editionAt(pack, origin, now)).map(({ file, data }): [string, string] => [file, JSON.stringify(data)]),
  ])
}

/** What an absent value leaves behind where a page forgets to ask for it. */
const traces = (page: string): string[] => {
  // The semicolon of `&#39;` is none of a sentence.
  const text = page.replace(/&(?:#\d+|[a-z]+);/g, '’')
  return [
    /\bundefined\b|\[object |\bNaN\b/g,
    // What is hidden, or speaks up (a role), is filled in by a script.
    /<(dt|dd|dl|ul|ol|h[1-6]|p|section|li|a|b)\b(?:(?! hidden| role=)[^>])*>\s*<\/\1>/g,
    /<\/dt>(?!\s*<dd)/g,
    /<\/h([1-6])>\s*<\/section>/g,
    /\(\s*[,;)]|[,;]\s*[.)](?!\w)|,\s*<\/(?:p|li|dd)>/g,
  ].flatMap((trace) =>
    [...text.matchAll(trace)].map(({ 0: found, index }) => text.slice(Math.max(0, index - 40), index + found.length + 20)),
  )
}

const without = (pack: Pack, fields: readonly string[]): Pack => ({
  ...pack,
  partnership: Object.fromEntries(Object.entries(pack.partnership).filter(([field]) => !fields.includes(field))) as Partnership,
})
const fields = Object.keys(ownHistory)
/** In `npm test` every sixth alone; all of them together below. */
const alone = fields.filter((_, index) => process.env.WAYMARK_ALL || index % 6 === 0)
const before = await said(whole)

const expectNoTrace = async (pack: Pack, name: string): Promise<void> => {
  for (const [place, text] of await said(pack)) {
    // A page that did not change says nothing of what is left out.
    if (text !== before.get(place)) expect(traces(text), `${place} without ${name}`).toEqual([])
  }
}

test('with everything there is no such trace, and each kind of trace would be noticed', () => {
  for (const [place, text] of before) expect(traces(text), place).toEqual([])
  const left = ['<dd>undefined</dd>', '<dd> </dd>', '<dt>Since</dt></div>', '<h2>Facts</h2></section>', '<dd>X, </dd>', 'X (, 2019)']
  for (const text of left) expect(traces(text), text).not.toEqual([])
})

test.for(alone)('%s', async (field) => {
  expect(whole.partnership, 'the shipped pack has it').toHaveProperty(field)
  await expectNoTrace(without(whole, [field]), field)
})

test('nothing but what every pack must have, and no lists either', async () => {
  const bare: Pack = {
    ...without(whole, fields),
    partners: whole.partners.filter(({ id }) => id === whole.partnership.adopted?.organisation),
    figures: whole.figures.filter(({ geography }) => geography !== whole.id),
    news: [],
    campaigns: { ...whole.campaigns, history: [] },
    course: { ...whole.course, history: [] },
  }
  await expectNoTrace(bare, 'all of it')
  await expectNoTrace({ ...bare, partners: [], partnership: { ...bare.partnership, adopted: null } }, 'all of it, not adopted')
})
