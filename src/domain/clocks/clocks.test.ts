import { describe, expect, test } from 'vitest'
import { calendarOf } from '../services/fixtures.ts'
import { clocksOf } from './clocks.ts'
import { clockIn, clocksIn, date, type Nation, shipped } from './fixtures.ts'
import type { CountedRule } from './rule.ts'

/** Worked by hand with a printed calendar: nation, clock, what happened, the first and the last day that count. */
const examples: [string, Nation, string, Record<string, string>, string, string][] = [
  ['an ordinary week', 'england-and-wales', 'first-decision', { referral: '2026-11-02' }, '2026-11-03', '2026-11-09'],
  ['sent on a Friday', 'england-and-wales', 'first-decision', { referral: '2026-11-06' }, '2026-11-09', '2026-11-13'],
  ['sent on a Saturday', 'england-and-wales', 'first-decision', { referral: '2026-11-07' }, '2026-11-09', '2026-11-13'],
  ['across Christmas and New Year', 'england-and-wales', 'first-decision', { referral: '2026-12-23' }, '2026-12-24', '2027-01-04'],
  [
    'the same in Scotland, where 4 January is a holiday',
    'scotland',
    'first-decision',
    { referral: '2026-12-23' },
    '2026-12-24',
    '2027-01-05',
  ],
  ['sent on Christmas Eve', 'england-and-wales', 'first-decision', { referral: '2026-12-24' }, '2026-12-29', '2027-01-05'],
  ['across Easter', 'england-and-wales', 'first-decision', { referral: '2027-03-24' }, '2027-03-25', '2027-04-02'],
  ['Easter in Scotland, where the Monday counts', 'scotland', 'first-decision', { referral: '2027-03-24' }, '2027-03-25', '2027-04-01'],
  ["across St Patrick's Day", 'northern-ireland', 'first-decision', { referral: '2026-03-13' }, '2026-03-16', '2026-03-23'],
  ['the same in England', 'england-and-wales', 'first-decision', { referral: '2026-03-13' }, '2026-03-16', '2026-03-20'],
  ['across a leap day', 'england-and-wales', 'first-decision', { referral: '2024-02-26' }, '2024-02-27', '2024-03-04'],
  [
    'the last day under guidance',
    'england-and-wales',
    'recovery-period',
    { 'positive-first-decision': '2023-01-29' },
    '2023-01-29',
    '2023-03-14',
  ],
  [
    'the first day under the Act',
    'england-and-wales',
    'recovery-period',
    { 'positive-first-decision': '2023-01-30' },
    '2023-01-30',
    '2023-02-28',
  ],
  [
    '30 days across a leap day',
    'england-and-wales',
    'recovery-period',
    { 'positive-first-decision': '2024-02-15' },
    '2024-02-15',
    '2024-03-15',
  ],
  [
    '30 days in a common year',
    'england-and-wales',
    'recovery-period',
    { 'positive-first-decision': '2023-02-15' },
    '2023-02-15',
    '2023-03-16',
  ],
  [
    '30 days from a leap day',
    'england-and-wales',
    'recovery-period',
    { 'positive-first-decision': '2024-02-29' },
    '2024-02-29',
    '2024-03-29',
  ],
  [
    '30 days as the clocks go forward',
    'england-and-wales',
    'recovery-period',
    { 'positive-first-decision': '2026-03-28' },
    '2026-03-28',
    '2026-04-26',
  ],
  [
    '30 days as the clocks go back',
    'england-and-wales',
    'recovery-period',
    { 'positive-first-decision': '2026-10-24' },
    '2026-10-24',
    '2026-11-22',
  ],
  [
    '30 days over Christmas: every day counts',
    'england-and-wales',
    'recovery-period',
    { 'positive-first-decision': '2026-12-04' },
    '2026-12-04',
    '2027-01-02',
  ],
  ['90 days in Scotland', 'scotland', 'support-scotland', { 'positive-first-decision': '2026-01-01' }, '2026-01-01', '2026-03-31'],
  [
    '45 days in Northern Ireland',
    'northern-ireland',
    'support-northern-ireland',
    { 'positive-first-decision': '2026-01-01' },
    '2026-01-02',
    '2026-02-15',
  ],
  ['45 days of a panel', 'england-and-wales', 'panel-decision', { 'panel-referral': '2026-01-01' }, '2026-01-02', '2026-02-15'],
  [
    'to look again, as the clocks go forward',
    'england-and-wales',
    'look-again-first',
    { 'negative-first-decision': '2026-03-28' },
    '2026-03-29',
    '2026-04-27',
  ],
  [
    'to look again, as the clocks go back',
    'england-and-wales',
    'look-again-second',
    { 'negative-second-decision': '2026-10-24' },
    '2026-10-25',
    '2026-11-23',
  ],
  [
    "children's services on a Friday",
    'england-and-wales',
    'childrens-services-answer',
    { 'childrens-services-told': '2026-11-06' },
    '2026-11-09',
    '2026-11-09',
  ],
  [
    "children's services on Christmas Eve",
    'england-and-wales',
    'childrens-services-answer',
    { 'childrens-services-told': '2026-12-24' },
    '2026-12-29',
    '2026-12-29',
  ],
  ['a month', 'england-and-wales', 'data-request', { 'data-asked-for': '2026-09-03' }, '2026-09-03', '2026-10-05'],
  ['a month into a shorter one', 'england-and-wales', 'data-request', { 'data-asked-for': '2026-03-31' }, '2026-03-31', '2026-04-30'],
  ['a month into a leap February', 'england-and-wales', 'data-request', { 'data-asked-for': '2024-01-31' }, '2024-01-31', '2024-02-29'],
  [
    'a month that would end on Christmas Day',
    'england-and-wales',
    'data-request',
    { 'data-asked-for': '2026-11-25' },
    '2026-11-25',
    '2026-12-29',
  ],
  ['a month across the old year', 'scotland', 'data-request', { 'data-asked-for': '2026-12-04' }, '2026-12-04', '2027-01-05'],
]

test.each(examples)('%s (%s, %s)', (_name, nation, clock, happened, first, last) => {
  expect(clockIn(nation, happened, last, clock)).toMatchObject({ first, counted: last })
})

test('what did not count is named, so that the reader can count along', () => {
  expect(clockIn('england-and-wales', { referral: '2026-12-23' }, '2026-12-23', 'first-decision')?.skipped).toEqual([
    '2026-12-25 christmas-day',
    '2026-12-26 weekend',
    '2026-12-27 weekend',
    '2026-12-28 boxing-day',
    '2027-01-01 new-years-day',
    '2027-01-02 weekend',
    '2027-01-03 weekend',
  ])
  expect(clockIn('england-and-wales', { 'data-asked-for': '2026-09-03' }, '2026-09-03', 'data-request')?.moved).toBe('2026-10-03')
  expect(clockIn('england-and-wales', { 'data-asked-for': '2026-03-31' }, '2026-03-31', 'data-request')).toMatchObject({
    moved: null,
    shortMonth: true,
  })
})

describe('a deadline', () => {
  const at = (today: string, more: Record<string, string> = {}) =>
    clockIn('england-and-wales', { referral: '2026-12-23', ...more }, today, 'first-decision')?.state
  test('is due until the end of its last day, then late by the day', () => {
    expect([at('2026-12-23'), at('2027-01-04'), at('2027-01-05')]).toEqual(['due 12', 'due 0', 'late 1'])
  })
  test('is met in time, or late, by a yes and by a no', () => {
    expect(at('2027-02-01', { 'positive-first-decision': '2027-01-04' })).toBe('done 2027-01-04')
    expect(at('2027-02-01', { 'negative-first-decision': '2027-01-06' })).toBe('done 2027-01-06, 2 late')
  })
  test('a second answer does not make the first one late', () => {
    const decisions = { 'negative-first-decision': '2026-12-29', 'positive-first-decision': '2027-01-20' }
    expect(at('2027-02-01', decisions)).toBe('done 2026-12-29')
  })
})

describe('the recovery period', () => {
  const yes = { 'positive-first-decision': '2026-03-02' }
  const at = (today: string, more: Record<string, string> = {}) =>
    clockIn('england-and-wales', { ...yes, ...more }, today, 'recovery-period')
  test('goes on after its 30 days until the second decision', () => {
    expect(at('2026-03-31')).toMatchObject({ last: '2026-03-31', open: true, state: 'running' })
    expect(at('2026-09-01')).toMatchObject({ last: '2026-03-31', open: true, state: 'running' })
  })
  test('ends with a second decision that comes after the 30 days', () => {
    const late = { 'positive-second-decision': '2026-06-10' }
    expect(at('2026-06-10', late)).toMatchObject({ last: '2026-06-10', open: false, through: 'positive-second-decision', state: 'running' })
    expect(at('2026-06-11', late)?.state).toBe('done 2026-06-10')
  })
  test('is not cut short by a second decision within the 30 days, not even by a no', () => {
    for (const decision of ['positive-second-decision', 'negative-second-decision'])
      expect(at('2026-03-20', { [decision]: '2026-03-20' })).toMatchObject({
        last: '2026-03-31',
        open: false,
        through: null,
        state: 'running',
      })
  })
  test('is not set going by a no', () => {
    expect(clockIn('england-and-wales', { 'negative-first-decision': '2026-03-02' }, '2026-03-02', 'recovery-period')).toBeNull()
  })
})

describe('support elsewhere in the United Kingdom', () => {
  const yes = { 'positive-first-decision': '2026-01-01' }
  test('in Scotland ends with the 90 days or the second decision, whichever is first', () => {
    const at = (decision: string) => clockIn('scotland', { ...yes, 'positive-second-decision': decision }, '2026-05-01', 'support-scotland')
    expect([at('2026-02-10')?.last, at('2026-04-10')?.last]).toEqual(['2026-02-10', '2026-03-31'])
    expect(clockIn('scotland', yes, '2026-04-01', 'support-scotland')?.state).toBe('done 2026-03-31')
  })
  test('in Northern Ireland lasts at least 45 days after a yes, and ends with a no', () => {
    const at = (id: string, decision: string) =>
      clockIn('northern-ireland', { ...yes, [id]: decision }, '2026-05-01', 'support-northern-ireland')?.last
    expect(at('positive-second-decision', '2026-01-20')).toBe('2026-02-15')
    expect(at('positive-second-decision', '2026-04-20')).toBe('2026-04-20')
    expect(at('negative-second-decision', '2026-01-20')).toBe('2026-01-20')
    expect(at('negative-second-decision', '2026-04-20')).toBe('2026-04-20')
    expect(clockIn('northern-ireland', yes, '2026-05-01', 'support-northern-ireland')).toMatchObject({ open: true, state: 'running' })
  })
  test('each nation has its own clock and not another’s', () => {
    const ids = (nation: Nation) => clocksIn(nation, yes, '2026-01-01').map(({ clock }) => clock)
    expect(ids('england-and-wales')).toEqual(['recovery-period'])
    expect(ids('scotland')).toEqual(['support-scotland'])
    expect(ids('northern-ireland')).toEqual(['support-northern-ireland'])
  })
})

test('where no rule is known for the day, that is said, and where the calendar ends no day is made up', () => {
  expect(clockIn('scotland', { 'positive-first-decision': '2018-03-31' }, '2026-01-01', 'support-scotland')).toEqual({ rule: null })
  expect(clockIn('england-and-wales', { referral: '2028-12-28' }, '2028-12-28', 'first-decision')).toMatchObject({
    first: '2028-12-29',
    last: 'null',
    state: 'unknown',
  })
})

test('only what rests on official texts, counting included, and is not past its review is called sure', () => {
  const sureOf = (changes: Partial<CountedRule>, today = '2026-11-02') => {
    const rules = shipped.rules.map((rule) => ({ ...rule, sure: 'A' as const, sure_count: 'A' as const, review: '2027-01-31', ...changes }))
    const happened = new Map([['referral', date('2026-11-02')]])
    return clocksOf({ ...shipped, rules }, happened, calendarOf('england-and-wales'), date(today)).map((clock) => clock.rule && clock.sure)
  }
  expect(sureOf({})).toEqual([true])
  expect([sureOf({ sure: 'B' }), sureOf({ sure_count: 'B' }), sureOf({}, '2027-02-01')]).toEqual([[false], [false], [false]])
})
