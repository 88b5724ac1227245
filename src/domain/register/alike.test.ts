import { expect, test } from 'vitest'
import { alikeOf } from './alike.ts'

const known = ['Saxelmere City Council', 'Stevenage Borough Council', 'Three Rivers District Council', 'Hertfordshire County Council']

test('a mistyped name is asked about; another council, and something else, are not', () => {
  expect(alikeOf('Saxelmere City Coucil', known)).toBe('Saxelmere City Council')
  expect(alikeOf('Hertfordshire Council', known)).toBe('Hertfordshire County Council')
  for (const other of ['Watford Borough Council', 'East Hertfordshire District Council', 'Saxelmere Housing', 'Chalkhill', ''])
    expect(alikeOf(other, known)).toBeNull()
})
