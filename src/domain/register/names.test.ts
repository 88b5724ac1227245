import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey, organisationKey } from './names.ts'

test('a name of any script that fits the register has a key that fits it too, and the key of a key is itself', () => {
  // One sign may be several Latin letters: 120 of these are 480.
  expect(nameKey('爨'.repeat(120)).length).toBeLessThanOrEqual(200)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      for (const key of [nameKey(name), organisationKey(name)]) {
        expect(key.length).toBeLessThanOrEqual(200)
        expect(nameKey(key)).toBe(key)
      }
    }),
  )
})
