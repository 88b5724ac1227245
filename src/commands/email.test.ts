import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowerEmail } from './email.ts'

test('capitals are made small, and no other letter becomes one of the address', () => {
  expect(lowerEmail('Shanice@Example.ORG')).toBe('shanice@example.org')
  // What a database or a program may read as `i`, `k` or `s`.
  for (const letter of ['İ', 'ı', '\u212A', 'ſ', 'Ｉ']) expect(lowerEmail(`a${letter}@example.org`)).toContain(letter)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => lowerEmail(lowerEmail(text)) === lowerEmail(text)))
})
