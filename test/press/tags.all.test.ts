import { expect, test } from 'vitest'
import { packOfOtherFacts } from '../support/facts.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { readPdf } from '../support/pdf.ts'
import { drawn } from '../support/press.ts'

/* Headings are headings and lists are lists, on a sheet of each kind, read back from its tags. */

const outputs = outputsOfPack(packOfOtherFacts())

/** How many of each tag a sheet has at least. */
const least: [id: string, tags: Record<string, number>][] = [
  // Everyday numbers 3, my numbers 5, who to call 5, when you call 4, keep it safe 3.
  ['leaflet-get-help-en', { H1: 1, H2: 8, H3: 5, L: 5, LI: 20 }],
  ['leaflet-get-help-ar', { H1: 1, H2: 8, H3: 5, L: 5, LI: 20 }],
  // Only the first of ten copies is read.
  ['card-en', { H1: 1, H2: 3, L: 2, LI: 6 }],
  // Signs, what to do, what not to do, who to tell.
  ['leaflet-hotel', { H1: 1, H2: 4, H3: 4, L: 4, LI: 18 }],
  ['poster-places-a4', { H1: 1, L: 1, LI: 4 }],
  ['poster-help-a4', { H1: 1, H2: 1, L: 3, LI: 6 }],
  ['flowchart-adult', { H1: 1, H2: 8, H3: 7, L: 15, LI: 50 }],
  ['flowchart-adult-a3', { H1: 1, H2: 8, H3: 7, H4: 20, L: 15, LI: 50 }],
  ['flowchart-child', { H1: 1, H2: 7, H3: 10, H4: 10, L: 8, LI: 30 }],
  ['booklet-nrm-explained', { H1: 1, H2: 3, L: 1, LI: 3 }],
  ['handbook-everyone', { H1: 1, H2: 3, L: 3, LI: 9 }],
  ['guide-everyone', { H1: 1, H2: 3, L: 1, LI: 3 }],
]

test.each(least)('%s', async (id, tags) => {
  const output = outputs.find((one) => one.id === id)
  if (!output) throw new Error(`no ${id}`)
  const { pages } = await readPdf(await drawn(output))
  const roles = pages.flatMap(({ roles }) => roles)
  const count = (tag: string) => roles.filter((role) => role === tag).length
  const found = Object.fromEntries(Object.keys(tags).map((tag) => [tag, count(tag)]))
  for (const [tag, some] of Object.entries(tags)) expect([tag, found[tag]]).toEqual([tag, expect.toSatisfy((n: number) => n >= some)])
  expect(count('H1')).toBe(1)
  // Every item of a list is in a list, and says something.
  expect(count('LBody')).toBe(count('LI'))
})

test('what someone may have to hide is called useful numbers: its file, its title, and no word of the crime', async () => {
  const sheets = outputs.filter(({ id }) => /^(?:leaflet-get-help|card)-/.test(id))
  expect(sheets.length).toBeGreaterThan(20)
  expect(sheets.filter(({ file }) => !/^useful-numbers-(?:card-)?[a-z]{2}\.pdf$/.test(file))).toEqual([])
  for (const id of ['leaflet-get-help-en', 'card-en']) {
    const sheet = sheets.find((one) => one.id === id)
    if (!sheet) throw new Error(`no ${id}`)
    expect((await readPdf(await drawn(sheet))).title).toBe('Useful numbers')
  }
  const card = sheets.find(({ id }) => id === 'card-en')
  if (!card) throw new Error('no card')
  expect((await readPdf(await drawn(card))).text).not.toMatch(/slavery|exploit|traffick/i)
})
