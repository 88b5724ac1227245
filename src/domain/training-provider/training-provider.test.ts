import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entered, type KnownToAll, nameSigns, readTrainingProvider, type TrainingProviderField } from './training-provider.ts'

const known: KnownToAll = {
  numbers: [
    { digits: '08000121700', service: 'modern-slavery-helpline', wrong: false },
    { digits: '0800121700', service: 'modern-slavery-helpline', wrong: true },
    { digits: '0800555111', service: 'crimestoppers', wrong: false },
  ],
  names: [
    '999 emergency',
    'Police, not an emergency',
    'Modern Slavery & Exploitation Helpline',
    'Home Office: Border Force',
    "Barnardo's",
    'Hertfordshire Constabulary',
  ],
}
const good: Entered = { name: 'The Old Mill Hotel', lead: 'Ann Example, duty manager', number: '01632 960 001' }
const read = (over: Partial<Entered>) => readTrainingProvider({ ...good, ...over }, known)
const codes = (over: Partial<Entered>): string[] => {
  const result = read(over)
  return 'faults' in result ? result.faults.map(({ field, code }) => `${field} ${code}`) : []
}

test('what is entered is kept as it is written, but for spaces', () => {
  expect(read({ name: '  Café  Zoë & Sons’ (Watford) ', lead: 'Zoe\u0308 Łukasiewicz-Nguyễn' })).toEqual({
    provider: { name: 'Café Zoë & Sons’ (Watford)', lead: 'Zoë Łukasiewicz-Nguyễn', number: '01632 960 001' },
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
  '4321',
  '4123',
  '2999 00',
  '960999',
  '01632 960999',
  '01473 555 111',
  '0141 276 7700',
  '+91 11 2345 6789',
  '00 91 11 2345 6789',
  '4321 ext 101',
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
  ['141 999', 'emergency'],
  ['1470 999', 'emergency'],
  ['18001 999', 'emergency'],
  ['18001101', 'emergency'],
  ['999 999', 'emergency'],
  ['999-101', 'emergency'],
  ['99999', 'emergency'],
  ['999 1', 'emergency'],
  ['2 999', 'emergency'],
  ['2999', 'emergency'],
  ['111 999', 'emergency'],
  ['101999', 'emergency'],
  ['11234', 'emergency'],
  ['+999', 'emergency'],
  ['+44 999', 'emergency'],
  ['0 0 999', 'emergency'],
  ['4321 ext 999', 'emergency'],
  ['4321 x112', 'emergency'],
  ['123', 'emergency'],
  ['1471', 'emergency'],
  ['01632 960 999', 'emergency-group'],
  ['01632 (112) 960', 'emergency-group'],
  ['0163 29 60 9 9 9', 'emergency-group'],
  ['+44 00 8000 121 700', 'of-service'],
  ['0044 00 8000 121700', 'of-service'],
  ['+44 (00)8000 121700', 'of-service'],
  ['00 08000 121 700', 'of-service'],
  ['0 08000 121 700', 'of-service'],
  ['9 08000 121 700', 'of-service'],
  ['141 08000 121 700', 'of-service'],
  ['8000 121 700', 'of-service'],
  ['+44 (00)800 121700', 'wrong'],
  ['00 0800 121 700', 'wrong'],
  ['555 111', 'of-service'],
  ['121 700', 'of-service'],
  ['9 555 111', 'of-service'],
  ['000', 'not-number'],
  ['00000 000000', 'not-number'],
  ['4444', 'not-number'],
  ['121212', 'not-number'],
  ['01010 101010', 'not-number'],
  ['0909 879 0001', 'charged'],
  ['0 0909 879 0001', 'charged'],
  ['+44 909 879 0001', 'charged'],
  ['0871 234 5678', 'charged'],
  ['070 1234 5678', 'charged'],
  ['+1 900 234 5678', 'charged'],
  ['9 118 500', 'charged'],
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
  ['Ann, 999', 'number-in-name'],
  ['Ann 9-9-9', 'number-in-name'],
  ['Ann 9 9 9', 'number-in-name'],
  ['Ann 99 9', 'number-in-name'],
  ['Ann nine nine nine', 'number-in-name'],
  ['Desk112', 'number-in-name'],
  ['Hall 101', 'number-in-name'],
  ['111 desk', 'number-in-name'],
  ['Ann I0I', 'number-in-name'],
  ['Ann O8OO l2I 7OO', 'number-in-name'],
  ['The Police', 'known-name'],
  ['POLICE', 'known-name'],
  ['Modern Slavery Helpline', 'known-name'],
  ['The Modern-Slavery and Exploitation helpline!', 'known-name'],
  ['Border Force', 'known-name'],
  ['Barnardo’s', 'known-name'],
  ['hertfordshire constabulary', 'known-name'],
])('refused as a name: %j, %s', (text, code) => {
  for (const field of ['name', 'lead'] as TrainingProviderField[]) expect(codes({ [field]: text })).toEqual([`${field} ${code}`])
})

test.each(['Ring Ann', 'EMERGENCY desk', 'call Ann', 'Dial Ann', 'for emergencies Ann'])('a lead is nothing to do: %s', (lead) => {
  expect(codes({ lead })).toEqual(['lead order-in-lead'])
  expect(codes({ name: lead })).toEqual([])
})
test.each([
  'Hall 10',
  'Studio 1010',
  'Lol Hill',
  'Unit 12, Old Mill 3',
  'Unit 9, 99 High Street',
  'Anne Ringwood',
  'On-call manager',
  'The Police Federation Club',
  'Barnardo’s Watford',
])('a name that is like another, and is none: %s', (text) => expect(codes({ name: text, lead: text })).toEqual([]))

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
      const result = readTrainingProvider({ name, lead, number: entered }, known)
      if ('faults' in result) return
      const { provider } = result
      for (const said of [provider.name, provider.lead]) {
        expect([...said].length).toBeLessThanOrEqual(60)
        expect([...said].filter((sign) => !nameSigns.test(sign))).toEqual([])
        expect(said.replace(/[ -]/g, '')).not.toMatch(/(?<!\d)(?:999|\d{6,})(?!\d)/)
      }
      expect(provider.number).toMatch(/^[\d+() \-,.extnsio]{3,30}$/i)
      const rung = provider.number.replace(/\D*(?:x|ext).*$/i, '').replace(/\D/g, '')
      expect(['999', '112', '101', '08000121700', '0800121700']).not.toContain(rung)
      expect(rung).not.toMatch(/^(?:999|112|(.)\1*$)/)
      expect(provider.number.match(/\d+/g)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:999|112|911)$/)]))
      // Read again it is the same.
      expect(readTrainingProvider(provider, known)).toEqual(result)
    }),
    { numRuns: 2000 },
  )
})
