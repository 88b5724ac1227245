import { expect, test } from 'vitest'
import { answerOf } from './answer.ts'
import type { Indicator } from './signs.ts'

const sign = (of: Partial<Indicator>): Indicator => ({
  id: 'spoken-for',
  text: 'Somebody else answers for them.',
  category: 'behaviour',
  exploitation: ['labour', 'sexual', 'organ-harvesting'],
  sectors: ['any'],
  applies_to: 'both',
  sources: ['GK'],
  checked: '2026-11-24',
  review: '2027-05-24',
  owner: 'national-editor',
  ...of,
})
const types = ['labour', 'sexual', 'criminal', 'organ-harvesting']

test('kinds come in the order of the pack, whatever was chosen first or how often', () => {
  const twice = [sign({ exploitation: ['sexual'] }), sign({ exploitation: ['sexual'] }), sign({ exploitation: ['labour'] })]
  expect(answerOf(twice, types, null).typeIds).toEqual(['labour', 'sexual'])
})
test('where the place is known, only kinds known there', () =>
  expect(answerOf([sign({})], types, { exploitation: ['labour', 'criminal'] }).typeIds).toEqual(['labour']))
test('a sign that fits no kind of the place keeps its own kinds: nothing is hidden', () =>
  expect(answerOf([sign({ exploitation: ['sexual'] })], types, { exploitation: ['labour'] }).typeIds).toEqual(['sexual']))
test('one urgent sign or one about a child is enough', () => {
  const answer = answerOf([sign({}), sign({ id: 'x', urgent: true, applies_to: 'child' })], types, null)
  expect(answer.urgent.map((s) => s.id)).toEqual(['x'])
  expect(answer.aboutChild).toBe(true)
  expect(answerOf([sign({})], types, null)).toMatchObject({ urgent: [], aboutChild: false })
})
