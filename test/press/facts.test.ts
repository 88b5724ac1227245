import { expect, test } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { timetable } from '../../src/domain/training/timetable.ts'
import { deckOf } from '../../src/press/kinds/deck/course-deck.ts'
import { freshFactsIn, oldFactsIn, packOfOtherFacts, saidInPackage } from '../support/facts.ts'
import { edition, outputsOfPack } from '../support/outputs.ts'
import { readPdf } from '../support/pdf.ts'
import { drawn } from '../support/press.ts'
import { realPack } from '../support/real-pack.ts'

const pack = realPack()
const before = outputsOfPack(pack)

/** The pack as it would be with another number for a line, wherever a text names it. */
const withNumber = (from: string, to: string): Pack => {
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(from, to)
    if (Array.isArray(value)) return value.map(change)
    if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, change(inner)]))
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]))
    return value
  }
  return change(pack) as Pack
}

test('a new number is printed wherever the old one was, and nothing else is made anew', async () => {
  const [old, fresh] = ['0800 555 111', '0800 555 999']
  const after = outputsOfPack(withNumber(old, fresh))
  const says = (output: unknown) => JSON.stringify(output).includes(old)
  expect(before.filter(says).length).toBeGreaterThan(20)
  expect(after.filter(says)).toEqual([])
  const changed = after.filter((output, i) => JSON.stringify(output) !== JSON.stringify(before[i])).map(({ id }) => id)
  expect(changed).toEqual(before.filter(says).map(({ id }) => id))
  expect(changed).not.toContain('booklet-nrm-explained')
  // In a sheet as drawn, not only in what it was drawn from.
  const hotel = after.find(({ id }) => id === 'leaflet-hotel')
  const { text } = await readPdf(await drawn(hotel as (typeof after)[number]))
  expect(text).toContain(fresh)
  expect(text).not.toContain(old)
})

const packages = outputsOfPack(packOfOtherFacts()).filter(({ format }) => format !== 'pdf')
const sizeOf = ({ data }: (typeof packages)[number]): number => JSON.stringify(data).length
/** In `npm test` of each kind the one that says most: the longer tier has all that the shorter one says. */
const read = process.env.WAYMARK_ALL
  ? packages
  : [...Map.groupBy(packages, ({ kind }) => kind).values()].flatMap((alike) => alike.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1))

// Sheets: test/press/pdf.test.ts.
test.each(read)(
  '$file says the facts of the pack and no others: not in words, notes, descriptions, properties or scripts',
  async (output) => {
    const data = JSON.stringify(output)
    expect(oldFactsIn(data)).toEqual([])
    const said = saidInPackage(await drawn(output))
    expect(oldFactsIn(said)).toEqual([])
    expect(freshFactsIn(said).length).toBeGreaterThanOrEqual(freshFactsIn(data).length)
  },
)

test('an old fact is seen however it is written', () => {
  expect(packages.some((output) => freshFactsIn(JSON.stringify(output)).length === 2)).toBe(true)
  const ways = [
    '08000 121 700',
    '08000\u00a0121\u00a0700',
    '0800-012-1700',
    '(0)8000 121700',
    'tel:+448000121700',
    '08000</w:t></w:r><w:r><w:t>121 700'.replace(/<[^>]*>/g, ''),
    'zero eight zero zero zero, one two one, seven zero zero',
    'at least 30 days',
    'a 30-day period',
    'Thirty calendar days',
  ]
  expect(ways.filter((way) => oldFactsIn(way).length !== 1)).toEqual([])
  expect(oldFactsIn('30 minutes, 30 July, 130 days old, 0800 0121 701')).toEqual([])
})

test('no two outputs have one id or one file', () => {
  expect(new Set(before.map(({ id }) => id)).size).toBe(before.length)
  expect(new Set(before.map(({ file }) => file)).size).toBe(before.length)
})

test('the handbook names slides by the numbers that they have in the deck', () => {
  for (const tier of pack.course.tiers) {
    const deck = deckOf(pack, tier, edition).slides.map(({ id }) => id)
    const named = timetable(pack.course, tier).flatMap(({ part, slides }) =>
      slides.flatMap(({ slide, numbers }) => numbers.map(() => `training/${pack.course.id}/${part.id}.yaml, slide ${slide.id}`)),
    )
    expect(named).toEqual(deck)
  }
})
