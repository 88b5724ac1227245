import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Network } from '../domain/campaigns/network.ts'
import { lengthOn, spoken } from './post-text.ts'

const by = (counts: Network['counts'], link?: number): Network => ({
  id: 'made-up',
  name: 'Made up',
  limit: 280,
  counts,
  ...(link === undefined ? {} : { link }),
  links: true,
  says_source: false,
  pictures: ['square'],
  source: 'a test',
  source_date: 'unknown',
  checked: '2026-11-27',
  review: '2400-01-01',
  owner: 'nobody',
  sure: 'A',
})
const x = by('weighted', 23)

test.each([
  // Examples of docs.x.com, Counting Characters.
  ['👾', 2],
  ['🙋🏽', 2],
  ['👨‍🎤', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['cafe\u0301', 4],
  ['https://example.com', 23],
  ['https://example.com/very/long/path/that/goes/on/and/on/and/on', 23],
  // Its weights: Chinese twice, punctuation of print once.
  ['奴隷', 4],
  ['“One” – two', 11],
  ['See https://a.example and\n\nhttps://b.example', 4 + 23 + 6 + 23],
])('X counts %s as %i', (text, length) => {
  expect(lengthOn(x, text)).toBe(length)
})

test('no way of counting finds more than bytes, and none finds less than letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const [letters, units, bytes] = (['graphemes', 'units', 'bytes'] as const).map((counts) => lengthOn(by(counts), text))
      expect(letters).toBeLessThanOrEqual(units ?? 0)
      expect(units).toBeLessThanOrEqual(bytes ?? 0)
    }),
  )
})

test('a message is said without its links, and leads to the first of them', () => {
  expect(spoken('Learn the [signs](/signs). **One** is [enough](/report).')).toEqual({
    text: 'Learn the signs. One is enough.',
    link: '/signs',
  })
  expect(spoken('Nobody has to.')).toEqual({ text: 'Nobody has to.', link: null })
})
