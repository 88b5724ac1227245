import { expect, test } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { numberedParts } from '../../src/press/course/numbered.ts'
import { deckOf } from '../../src/press/deck/course-deck.ts'
import { readPdf } from '../support/pdf.ts'
import { drawn, outputsOfPack, packForPress } from '../support/press.ts'

const pack = packForPress()
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

test('no two outputs have one id or one file', () => {
  expect(new Set(before.map(({ id }) => id)).size).toBe(before.length)
  expect(new Set(before.map(({ file }) => file)).size).toBe(before.length)
})

test('the handbook names slides by the numbers that they have in the deck', () => {
  for (const tier of pack.course.tiers) {
    const deck = deckOf(pack, tier).slides.map(({ id }) => id)
    const named = numberedParts(pack.course, tier).flatMap(({ part, slides }) =>
      slides.flatMap(({ slide, numbers }) => numbers.map(() => `training/${pack.course.id}/${part.id}.yaml, slide ${slide.id}`)),
    )
    expect(named).toEqual(deck)
  }
})
