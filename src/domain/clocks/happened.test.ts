import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TypedDate } from '../time/typed-date.ts'
import { date, shipped } from './fixtures.ts'
import { readHappened } from './happened.ts'

const today = date('2026-11-27')
const event = (id: string) => shipped.events.filter((e) => e.id === id)
const typed = (day: string, month: string, year: string): TypedDate => ({ day, month, year })
const read = (value: TypedDate, of = 'referral') => {
  const { happened, faults } = readHappened(event(of), new Map([[of, value]]), today)
  return String(happened.get(of) ?? faults.get(of)?.code)
}

test.each<[TypedDate, string]>([
  [typed('1', '2', '2026'), '2026-02-01'],
  [typed('01', '02', '2026'), '2026-02-01'],
  [typed(' 27 ', ' Nov ', ' 2026 '), '2026-11-27'],
  [typed('3', 'september', '2026'), '2026-09-03'],
  [typed('29', '2', '2024'), '2024-02-29'],
  [typed('', '', ''), 'missing'],
  [typed('', '2', '2026'), 'lacks'],
  [typed('1', '2', ''), 'lacks'],
  [typed('29', '2', '2026'), 'not-real'],
  [typed('0', '2', '2026'), 'not-real'],
  [typed('1', '13', '2026'), 'not-real'],
  [typed('1', 'foo', '2026'), 'not-real'],
  [typed('-1', '2', '2026'), 'not-real'],
  [typed('1e1', '2', '2026'), 'not-real'],
  [typed('1', '2', '26'), 'year'],
  [typed('1', '2', '0026'), 'too-early'],
  [typed('28', '11', '2026'), 'future'],
  [typed('1', '2', '1999'), 'too-early'],
])('%j is %s', (value, expected) => expect(read(value)).toBe(expected))

test('what must have come first may be the same day, but not later', () => {
  const events = [...event('referral'), ...event('positive-first-decision')]
  const faults = (decision: string) =>
    readHappened(
      events,
      new Map([
        ['referral', typed('10', '3', '2026')],
        ['positive-first-decision', typed(decision, '3', '2026')],
      ]),
      today,
    ).faults
  expect(faults('10').size).toBe(0)
  expect(faults('9').get('positive-first-decision')).toMatchObject({ code: 'order', other: 'referral' })
})

test('whatever is typed is a date or a fault, and never both', () => {
  const part = fc.oneof(fc.string({ maxLength: 6 }), fc.integer({ min: -1, max: 3000 }).map(String))
  fc.assert(
    fc.property(part, part, part, (day, month, year) => {
      const { happened, faults } = readHappened(event('referral'), new Map([['referral', typed(day, month, year)]]), today)
      expect(happened.size + faults.size).toBe(1)
    }),
  )
})

test('a decision may be planned for, up to two years ahead; a date of birth may be older than the NRM', () => {
  const decision = 'negative-second-decision'
  expect(['2027', '2028', '2029'].map((year) => read(typed('27', '11', year), decision))).toEqual(['2027-11-27', '2028-11-27', 'too-late'])
  expect(read(typed('28', '11', '2028'), decision)).toBe('too-late')
  for (const of of ['referral', 'asked-to-look-again', 'born', 'data-asked-for']) expect(read(typed('28', '11', '2026'), of)).toBe('future')
  expect([read(typed('1', '2', '1987'), 'born'), read(typed('1', '2', '1887'), 'born')]).toEqual(['1987-02-01', 'too-early'])
})
