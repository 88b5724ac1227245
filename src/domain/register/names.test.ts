import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsAddress, isName, nameKey, organisationKey } from './names.ts'

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

test('a name is letters: no number, no address of a site or a mailbox; names as people have them pass', () => {
  for (const name of ['Dr.Ann O’Neill-Smith', 'J.R. Wójcik', 'A.Smith', 'St.John Fold', 'محمّد الأحمد', '李雷', "d'Arcy, Jr."])
    expect(isName(name), name).toBe(true)
  const none = [
    'You won 500 pounds',
    'Claim at http://evil.example/pay',
    'www.evil.example',
    'see evil.example',
    'EVIL.COM',
    'a@b',
    '...',
    'Ann ٣',
    'dr.evil.com',
  ]
  for (const name of none) expect(isName(name), name).toBe(false)
  expect([holdsAddress('24 Hour Care Ltd.'), holdsAddress('A.B.C. Cleaning'), holdsAddress('Prizes at evil.example')]).toEqual([
    false,
    false,
    true,
  ])
})
