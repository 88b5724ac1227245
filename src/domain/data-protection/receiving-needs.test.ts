import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DataProtection, dataProtectionSchema, lengthOf } from './data-protection.ts'
import { type KeyStanding, receivingNeeds } from './receiving-needs.ts'

const today = Temporal.PlainDate.from('2027-03-01')
const looked = { source: 'Minutes of the steering group', checked: '2027-02-01', review: '2028-02-01', owner: 'information-governance' }
const rule = { length: '6 years', reason: 'Made up for this test.' }

const whole = {
  controllers: { partners: ['a', 'b'], arrangement: '2027-02-01', ...looked },
  contact: { role: 'Data protection officer', at: 'dpo@example.org', ...looked },
  dpia: { date: '2027-02-01', signed_by: 'Senior information risk owner', ...looked },
  retention: { concerns: rule, attendances: rule, audit: rule, ...looked },
} satisfies DataProtection
const ready: KeyStanding = { holders: 'enough', receiving: 'same' }

/** Each thing that may be missing, taken away by itself. */
const without: Readonly<Record<string, (from: DataProtection, key: KeyStanding) => [DataProtection, KeyStanding]>> = {
  controllers: (from, key) => [{ ...from, controllers: null }, key],
  arrangement: (from, key) => [{ ...from, controllers: { partners: ['a', 'b'], ...looked } }, key],
  'arrangement to come': (from, key) => [{ ...from, controllers: { ...whole.controllers, arrangement: '2027-03-02' } }, key],
  contact: (from, key) => [{ ...from, contact: undefined }, key],
  dpia: (from, key) => [{ ...from, dpia: null }, key],
  'dpia to come': (from, key) => [{ ...from, dpia: { ...whole.dpia, date: '2027-03-02' } }, key],
  'one length': (from, key) => [{ ...from, retention: { concerns: rule, audit: rule, ...looked } }, key],
  retention: (from, key) => [{ ...from, retention: null }, key],
  key: (from, key) => [from, { ...key, holders: 'no-key' }],
  'second holder': (from, key) => [from, { ...key, holders: 'one' }],
  unreadable: (from, key) => [from, { ...key, holders: 'unreadable' }],
  'receiving key': (from, key) => [from, { ...key, receiving: 'none' }],
  'another receiving key': (from, key) => [from, { ...key, receiving: 'other' }],
}

test('nothing is missing only when all is there', () => {
  expect(receivingNeeds(whole, ready, today)).toEqual([])
  const alone = { ...whole, controllers: { partners: ['a'], ...looked } }
  expect(receivingNeeds(alone, ready, today)).toEqual([])
  fc.assert(
    fc.property(fc.subarray(Object.keys(without), { minLength: 1 }), (gone) => {
      const [from, key] = gone.reduce<[DataProtection, KeyStanding]>(
        ([from, key], name) => without[name]?.(from, key) ?? [from, key],
        [whole, ready],
      )
      expect(receivingNeeds(from, key, today)).not.toEqual([])
    }),
  )
})

test('of a pack that has decided nothing everything is missing, each said once', () => {
  expect(receivingNeeds(undefined, { holders: 'no-key', receiving: 'none' }, today)).toEqual([
    'controllers',
    'contact',
    'dpia',
    'retention-concerns',
    'retention-attendances',
    'retention-audit',
    'key',
  ])
  expect(receivingNeeds({ retention: { ...looked } }, ready, today)).toContain('retention-audit')
})

test('a length of time is a number and a unit', () => {
  const read = (length: string) => dataProtectionSchema.safeParse({ retention: { concerns: { ...rule, length }, ...looked } }).success
  expect(['6 years', '1 month', '30 days'].map(read)).toEqual([true, true, true])
  expect(['0 years', 'six years', '6', '6 fortnights', '6 years or more'].map(read)).toEqual([false, false, false, false, false])
  expect(lengthOf('6 years').toString()).toBe('P6Y')
  expect(lengthOf('1 month').toString()).toBe('P1M')
})
