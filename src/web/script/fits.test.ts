import { expect, test } from 'vitest'
import { fits } from './fits.ts'

test.each([
  ['', 'A police force'],
  ['pol', 'A police force'],
  ['POLICE force', 'A police force'],
  ['force pol', 'A police force'],
  ['a&e', 'Hospital nurse A&E'],
  ['A & E', 'Hospital A&E a e'],
  ['children’s', "Children's services"],
  ['cafe', 'Café'],
  ['  ', 'Business'],
])('“%s” fits “%s”', (typed, text) => expect(fits(typed, text)).toBe(true))

test.each([
  ['olice', 'A police force'],
  ['police station', 'A police force'],
  ['gp', 'Hospital'],
])('“%s” does not fit “%s”', (typed, text) => expect(fits(typed, text)).toBe(false))
