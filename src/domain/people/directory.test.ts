import { expect, test } from 'vitest'
import { isFoundIn } from './directory.ts'

test('a search finds by the beginnings of words, in any order, without case and accents', () => {
  const texts = ['Zoë O’Brien', 'Three Rivers District Council']
  const found = ['', '  ', 'zoe', 'ZOË', 'brien zoe', 'river cou', "o'brien", 'three-rivers']
  expect(found.filter((query) => !isFoundIn(query, texts))).toEqual([])
  expect(['ivers', 'zoe watford', 'x'].filter((query) => isFoundIn(query, texts))).toEqual([])
})
