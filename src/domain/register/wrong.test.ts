import { expect, test } from 'vitest'
import { type QuestionSum, wrongByPart } from './wrong.ts'

const part = (id: string, ...items: string[]) => ({ id, check: items.map((item) => ({ id: item })) })
const course = {
  parts: [part('a', 'a1', 'a2'), part('b', 'b1'), part('c')],
  tiers: [{ id: 'short', parts: ['a'] }],
} as unknown as Parameters<typeof wrongByPart>[0]
const sum = (question: string, asked: number, wrong: number, quarter = '2026-Q4', version = 'v2'): QuestionSum => ({
  ...{ question, asked, wrong, quarter, version },
})
const all = { tier: null, year: null }
const said = (...given: Parameters<typeof wrongByPart>) =>
  wrongByPart(...given).map((one) => [
    one.part.id,
    one.wrong,
    one.asked,
    one.questions.map(({ item, version, wrong, asked }) => [item.id, version, wrong, asked]),
  ])

test('parts and questions that most get wrong come first, by their share; quarters are added, versions are not', () => {
  const sums = [sum('a1', 100, 10), sum('a1', 10, 9, '2026-Q3'), sum('a2', 10, 8, '2026-Q4', 'v1'), sum('b1', 5, 5), sum('gone', 9, 9)]
  expect(said(course, sums, all)).toEqual([
    ['b', 5, 5, [['b1', 'v2', 5, 5]]],
    [
      'a',
      27,
      120,
      [
        ['a2', 'v1', 8, 10],
        ['a1', 'v2', 19, 110],
      ],
    ],
  ])
})

test('a tier has its own parts, a year its own quarters', () => {
  const sums = [sum('a1', 6, 1), sum('a1', 5, 5, '2025-Q4'), sum('b1', 5, 5)]
  expect(said(course, sums, { tier: 'short', year: '2026' })).toEqual([['a', 1, 6, [['a1', 'v2', 1, 6]]]])
  expect(said(course, sums, { tier: null, year: '2024' })).toEqual([])
})
