import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IdentifierKind, identifierKinds, normalise } from './identifier.ts'

const same: readonly [IdentifierKind, readonly string[]][] = [
  ['vehicle', ['EX26 QQQ', 'ex26qqq', ' Ex-26 q q q ']],
  ['vehicle', ['AO12 ABC', 'A012ABC', 'ao12 abc']],
  [
    'phone',
    ['07700 900123', '+44 7700 900123', '0044 7700 900 123', '+44 (0)7700 900123', '447700900123', '7700900123', '(07700) 900-123'],
  ],
  ['phone', ['01632 960001', '+441632960001', '+44 (0) 1632 960 001'.replace('(0) ', '(0)')]],
  ['phone', ['+48 12 345 67 89', '0048 123456789', '+48123456789']],
  ['email', ['Boss@Example.org', ' boss@example.org']],
  ['address', ['12 High St, Watford, WD17 1AA', '12 high street wd171aa', '12, WD17 1AA']],
  ['address', ['Flat 3, 12 High Street, WD17 1AA', '12 High Street, Flat 3, WD17 1AA']],
  ['address', ['Rose Cottage, Mill Lane, SG1 2AB', 'rose cottage, sg12ab']],
  ['address', ['The yard behind St Mary’s Rd', 'the yard, behind st. marys road']],
]

test.each(same)('%s: written in different ways, it is the same', (kind, ways) => {
  const [first, ...rest] = ways.map((typed) => normalise(kind, typed))
  expect(first).not.toBeNull()
  for (const other of rest) expect(other).toBe(first)
})

test.each<[IdentifierKind, string, string]>([
  ['vehicle', 'EX26 QQQ', 'EX26 QQP'],
  ['phone', '07700 900123', '07700 900124'],
  ['phone', '07700 900123', '+48 7700 900123'],
  ['address', '12 High Street, WD17 1AA', '13 High Street, WD17 1AA'],
  ['address', '12 High Street, WD17 1AA', '12 High Street, WD17 1AB'],
  ['email', 'a@example.org', 'b@example.org'],
])('%s: %s is not %s', (kind, one, other) => {
  expect(normalise(kind, one)).not.toBe(normalise(kind, other))
})

test.each<[IdentifierKind, string]>([
  ['vehicle', '-'],
  ['vehicle', 'a white van by the gate'],
  ['phone', 'call me'],
  ['phone', '12'],
  ['email', 'boss at example'],
  ['address', ' , '],
])('%s: "%s" is none', (kind, typed) => {
  expect(normalise(kind, typed)).toBeNull()
})

const letters = fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ'), minLength: 2, maxLength: 3 })
const digit = fc.integer({ min: 0, max: 9 })
const digits = (length: number) => fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''))
const between = fc.constantFrom('', ' ', '-', '  ')

test('a plate of today is found again, whatever lies between and however it is typed', () => {
  fc.assert(
    fc.property(letters, digits(2), letters, between, fc.boolean(), (area, year, rest, gap, small) => {
      const written = `${area}${gap}${year}${gap}${rest}`
      expect(normalise('vehicle', small ? written.toLowerCase() : written)).toBe(normalise('vehicle', `${area}${year} ${rest}`))
    }),
  )
})

test('a mobile number of this country is one number, in each way to write it', () => {
  fc.assert(
    fc.property(digits(9), between, (rest, gap) => {
      const wanted = `+447${rest}`
      const spaced = rest.replace(/(.{3})/g, `$1${gap}`)
      for (const start of ['07', '+447', '00447', '+44(0)7', '447', '7']) expect(normalise('phone', `${start}${spaced}`)).toBe(wanted)
    }),
  )
})

test('whatever is typed is a text or none, and is the same when it is written so already', () => {
  fc.assert(
    fc.property(fc.constantFrom(...identifierKinds), fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (kind, typed) => {
      const once = normalise(kind, typed)
      if (once !== null && kind !== 'address') expect(normalise(kind, once)).toBe(once)
      expect(once).not.toBe('')
    }),
  )
})
