import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entered, type KnownNumbers, nameSigns, type OrganisationField, readOrganisation } from './organisation.ts'

const known: KnownNumbers = [
  { digits: '08000121700', service: 'modern-slavery-helpline', wrong: false },
  { digits: '0800121700', service: 'modern-slavery-helpline', wrong: true },
]
const good: Entered = { name: 'The Old Mill Hotel', lead: 'Ann Example, duty manager', number: '01632 960 001' }
const read = (over: Partial<Entered>) => readOrganisation({ ...good, ...over }, known)
const codes = (over: Partial<Entered>): string[] => {
  const result = read(over)
  return 'faults' in result ? result.faults.map(({ field, code }) => `${field} ${code}`) : []
}

test('what is entered is kept as it is written, but for spaces', () => {
  expect(read({ name: '  Café  Zoë & Sons’ (Watford) ', lead: 'Zoe\u0308 Łukasiewicz-Nguyễn' })).toEqual({
    organisation: { name: 'Café Zoë & Sons’ (Watford)', lead: 'Zoë Łukasiewicz-Nguyễn', number: '01632 960 001' },
  })
})

test.each([
  '01632 960001',
  '(01632) 960 001',
  '+44 1632 960001',
  '+44 (0)1632 960001',
  '0044 1632 960001',
  '+353 20 915 5555',
  '4412',
  '0163296000',
])('a number: %s', (number) => expect(codes({ number })).toEqual([]))
test.each(['01632 960001 ext 12', '01632 960001 x4', '01632 960001, extension 123456'])('a number with its extension: %s', (number) =>
  expect(codes({ number })).toEqual([]),
)

test.each([
  ['', 'missing'],
  ['ring Ann', 'not-number'],
  ['12', 'not-number'],
  ['1632960001', 'not-number'],
  ['0163296', 'not-number'],
  ['01632 960 001 or 01632 960 002', 'not-number'],
  ['(01632 960 001', 'not-number'],
  ['٠١٦٣٢٩٦٠٠٠١', 'not-number'],
  ['01632\u200b960001', 'not-number'],
  ['01632 960001\n999', 'not-number'],
  ['999', 'emergency'],
  ['9 999', 'emergency'],
  ['9-9-9', 'emergency'],
  ['112', 'emergency'],
  ['101', 'emergency'],
  ['18000', 'emergency'],
  ['116 123', 'emergency'],
  ['999 ext 1', 'emergency'],
  ['08000 121 700', 'of-service'],
  ['+44 8000 121 700', 'of-service'],
  ['+44 (0)8000 121700 x1', 'of-service'],
  ['0800 121 700', 'wrong'],
  ['0909 879 0001', 'charged'],
  ['118 500', 'charged'],
])('refused as a number: %j, %s', (number, code) => expect(codes({ number })).toEqual([`number ${code}`]))

test.each([
  ['', 'missing'],
  ['   ', 'missing'],
  ['1234', 'missing'],
  [`${'x'.repeat(25)} ${'x'.repeat(25)} ${'x'.repeat(9)}`, 'long'],
  ['x'.repeat(26), 'long-word'],
  ['Ring 01632 960 001', 'number-in-name'],
  ['Ann 0.1.6.3.2', 'number-in-name'],
])('refused as a name: %j, %s', (text, code) => {
  for (const field of ['name', 'lead'] as OrganisationField[]) expect(codes({ [field]: text })).toEqual([`${field} ${code}`])
})

test.each([
  '\u202e',
  '\u2066',
  '\u200b',
  '\u0000',
  '\n',
  '\t',
  '<',
  '>',
  '{',
  '[',
  '*',
  '`',
  '_',
  '\\',
  '|',
  '\ufffc',
  '\ufeff',
  '👍',
  'ع',
])('a sign that could be read as something else is refused and shown: %j', (sign) => {
  const result = read({ name: `A${sign}B` })
  expect('faults' in result && result.faults).toEqual([
    { field: 'name', code: 'sign', sign: expect.stringMatching(/^(?:U\+[0-9A-F]{4,}|[\p{L}\p{P}\p{S}]+)$/u) },
  ])
})

test('every fault is told at once', () => {
  expect(codes({ name: '', lead: '*', number: 'x' })).toEqual(['name missing', 'lead sign', 'number not-number'])
})

test('whatever is let through is short, of known signs alone, and rings none of the known numbers', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: fc.constantFrom(...'aZé09 &()+-.’') }))
  const number = fc.oneof(fc.string({ unit: fc.constantFrom(...'0123456789 +()-x'), maxLength: 34 }), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(text, text, number, (name, lead, entered) => {
      const result = readOrganisation({ name, lead, number: entered }, known)
      if ('faults' in result) return
      const { organisation } = result
      for (const said of [organisation.name, organisation.lead]) {
        expect([...said].length).toBeLessThanOrEqual(60)
        expect([...said].filter((sign) => !nameSigns.test(sign))).toEqual([])
      }
      expect(organisation.number).toMatch(/^[\d+() \-,.extnsio]{3,30}$/i)
      expect(['999', '112', '101', '08000121700', '0800121700']).not.toContain(organisation.number.replace(/\D/g, ''))
      // Read again it is the same.
      expect(readOrganisation(organisation, known)).toEqual(result)
    }),
    { numRuns: 2000 },
  )
})
