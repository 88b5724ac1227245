import { expect, test } from 'vitest'
import { shareOf } from './count.ts'

test.each([
  [30, 190, 16],
  [149, 1000, 15],
  [0, 190, 0],
  [190, 190, 100],
  [2899, 2900, 99],
])('%d of %d are %d%%: the nearest, and all of them alone are 100', (people, whole, percent) => {
  expect(shareOf(people, whole)).toEqual({ percent, underOne: false })
})

test('a few are never nothing, and more than the whole are no share', () => {
  expect(shareOf(7, 1000)).toMatchObject({ underOne: true })
  expect([shareOf(6, 5), shareOf(1, null), shareOf(0, 0)]).toEqual([null, null, null])
})
