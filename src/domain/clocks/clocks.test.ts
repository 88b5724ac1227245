import { describe, expect, test } from 'vitest'
import { calendarOf } from '../services/fixtures.ts'
import { clocksOf } from './clocks.ts'
import { clockIn, clocksIn, date, type Nation, shipped } from './fixtures.ts'
import type { CountedRule } from './rule.ts'

/** Worked by hand with a printed calendar: nation, clock, what happened, the first and the last day that count. */
const examples: [string, Nation, string, Record<string, string>, string, string][] = [
  ['an ordinary week', 'england', 'first-decision', { referral: '2026-11-02' }, '2026-11-03', '2026-11-09'],
  ['sent on a Friday', 'england', 'first-decision', { referral: '2026-11-06' }, '2026-11-09', '2026-11-13'],
  ['sent on a Saturday', 'england', 'first-decision', { referral: '2026-11-07' }, '2026-11-09', '2026-11-13'],
  ['across Christmas and New Year', 'england', 'first-decision', { referral: '2026-12-23' }, '2026-12-24', '2027-01-04'],
  [
    'the same in Scotland, where 4 January is a holiday',
    'scotland',
    'first-decision',
    { referral: '2026-12-23' },
    '2026-12-24',
    '2027-01-05',
  ],
  ['sent on Christmas Eve', 'england', 'first-decision', { referral: '2026-12-24' }, '2026-12-29', '2027-01-05'],
  ['across Easter', 'england', 'first-decision', { referral: '2027-03-24' }, '2027-03-25', '2027-04-02'],
  ['Easter in Scotland, where the Monday counts', 'scotland', 'first-decision', { referral: '2027-03-24' }, '2027-03-25', '2027-04-01'],
  ["across St Patrick's Day", 'northern-ireland', 'first-decision', { referral: '2026-03-13' }, '2026-03-16', '2026-03-23'],
  ['the same in England', 'england', 'first-decision', { referral: '2026-03-13' }, '2026-03-16', '2026-03-20'],
  ['across a leap day', 'england', 'first-decision', { referral: '2024-02-26' }, '2024-02-27', '2024-03-04'],
  ['the last day under guidance', 'england', 'recovery-period', { 'positive-first-decision': '2022-12-12' }, '2022-12-12', '2023-01-25'],
  ['the first day under the Act', 'england', 'recovery-period', { 'positive-first-decision': '2023-01-30' }, '2023-01-30', '2023-02-28'],
  ['30 days across a leap day', 'england', 'recovery-period', { 'positive-first-decision': '2024-02-15' }, '2024-02-15', '2024-03-15'],
  ['30 days in a common year', 'england', 'recovery-period', { 'positive-first-decision': '2023-02-15' }, '2023-02-15', '2023-03-16'],
  ['30 days from a leap day', 'england', 'recovery-period', { 'positive-first-decision': '2024-02-29' }, '2024-02-29', '2024-03-29'],
  [
    '30 days as the clocks go forward',
    'england',
    'recovery-period',
    { 'positive-first-decision': '2026-03-28' },
    '2026-03-28',
    '2026-04-26',
  ],
  ['30 days as the clocks go back', 'england', 'recovery-period', { 'positive-first-decision': '2026-10-24' }, '2026-10-24', '2026-11-22'],
  [
    '30 days over Christmas: every day counts',
    'england',
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
  ['45 days of a panel', 'england', 'panel-decision', { 'panel-referral': '2026-01-01' }, '2026-01-02', '2026-02-15'],
  [
    'to look again, as the clocks go forward',
    'england',
    'look-again-first',
    { 'negative-first-decision': '2026-03-28' },
    '2026-03-29',
    '2026-04-27',
  ],
  [
    'to look again, as the clocks go back',
    'england',
    'look-again-second',
    { 'negative-second-decision': '2026-10-24' },
    '2026-10-25',
    '2026-11-23',
  ],
  [
    "children's services on a Friday",
    'england',
    'childrens-services-answer',
    { 'childrens-services-told': '2026-11-06' },
    '2026-11-09',
    '2026-11-09',
  ],
  [
    "children's services on Christmas Eve",
    'england',
    'childrens-services-answer',
    { 'childrens-services-told': '2026-12-24' },
    '2026-12-29',
    '2026-12-29',
  ],
  ['a month', 'england', 'data-request', { 'data-asked-for': '2026-09-03' }, '2026-09-03', '2026-10-05'],
  ['a month into a shorter one', 'england', 'data-request', { 'data-asked-for': '2026-03-31' }, '2026-03-31', '2026-04-30'],
  ['a month into a leap February', 'england', 'data-request', { 'data-asked-for': '2024-01-31' }, '2024-01-31', '2024-02-29'],
  ['a month that would end on Christmas Day', 'england', 'data-request', { 'data-asked-for': '2026-11-25' }, '2026-11-25', '2026-12-29'],
  // 15 working days: 3 to 7, 10 to 14 and 17 to 21 August.
  [
    'a conference in three plain weeks',
    'england',
    'child-protection-conference',
    { 'strategy-discussion': '2026-07-31' },
    '2026-08-03',
    '2026-08-21',
  ],
  // The last Monday in August, the 31st, does not count.
  [
    'a conference over the August bank holiday',
    'england',
    'child-protection-conference',
    { 'strategy-discussion': '2026-08-14' },
    '2026-08-17',
    '2026-09-07',
  ],
  // 14 to 18, 21 to 24 and 29 to 31 December are twelve; then 4, 5 and 6 January.
  [
    'a conference over Christmas and New Year',
    'england',
    'child-protection-conference',
    { 'strategy-discussion': '2026-12-11' },
    '2026-12-14',
    '2027-01-06',
  ],
  // Nine weeks of five days, from a Monday to a Friday.
  ['an assessment of nine plain weeks', 'england', 'assessment', { 'childrens-services-told': '2026-06-05' }, '2026-06-08', '2026-08-07'],
  // As before, and Good Friday, Easter Monday and two Mondays in May on the way.
  [
    'an assessment across Easter, May and the change of the clocks',
    'england',
    'assessment',
    { 'childrens-services-told': '2026-03-27' },
    '2026-03-30',
    '2026-06-04',
  ],
  ['an assessment in Wales, from the enquiries', 'wales', 'assessment', { 'section-47-begun': '2026-06-05' }, '2026-06-08', '2026-08-04'],
  [
    'three months to go to court',
    'england',
    'judicial-review-first',
    { 'negative-first-decision': '2026-03-10' },
    '2026-03-11',
    '2026-06-10',
  ],
  [
    'three months from the end of one to a shorter one',
    'wales',
    'judicial-review-second',
    { 'negative-second-decision': '2026-11-30' },
    '2026-12-01',
    '2027-02-28',
  ],
  [
    'three months into a leap February',
    'scotland',
    'judicial-review-second',
    { 'negative-second-decision': '2023-11-30' },
    '2023-12-01',
    '2024-02-29',
  ],
  [
    'three months from a leap day',
    'northern-ireland',
    'judicial-review-first',
    { 'negative-first-decision': '2024-02-29' },
    '2024-03-01',
    '2024-05-29',
  ],
  ['an 18th birthday', 'england', 'turning-18', { born: '2009-03-14' }, '2009-03-14', '2027-03-14'],
  ['born on a leap day', 'england', 'turning-18', { born: '2008-02-29' }, '2008-02-29', '2026-03-01'],
  ['born on the day before a leap day', 'scotland', 'turning-18', { born: '2008-02-28' }, '2008-02-28', '2026-02-28'],
  ['born on New Year’s Eve', 'wales', 'turning-18', { born: '2008-12-31' }, '2008-12-31', '2026-12-31'],
  ['a month across the old year', 'scotland', 'data-request', { 'data-asked-for': '2026-12-04' }, '2026-12-04', '2027-01-05'],
]

test.each(examples)('%s (%s, %s)', (_name, nation, clock, happened, first, last) => {
  expect(clockIn(nation, happened, last, clock)).toMatchObject({ first, counted: last })
})

test('what did not count is named, so that the reader can count along', () => {
  expect(clockIn('england', { referral: '2026-12-23' }, '2026-12-23', 'first-decision')?.skipped).toEqual([
    '2026-12-25 christmas-day',
    '2026-12-26 weekend',
    '2026-12-27 weekend',
    '2026-12-28 boxing-day',
    '2027-01-01 new-years-day',
    '2027-01-02 weekend',
    '2027-01-03 weekend',
  ])
  expect(clockIn('england', { 'data-asked-for': '2026-09-03' }, '2026-09-03', 'data-request')?.moved).toBe('2026-10-03')
  expect(clockIn('england', { 'data-asked-for': '2026-03-31' }, '2026-03-31', 'data-request')).toMatchObject({
    moved: null,
    shortMonth: true,
  })
})

describe('a deadline', () => {
  const at = (today: string, more: Record<string, string> = {}) =>
    clockIn('england', { referral: '2026-12-23', ...more }, today, 'first-decision')?.state
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
  const at = (today: string, more: Record<string, string> = {}) => clockIn('england', { ...yes, ...more }, today, 'recovery-period')
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
    expect(clockIn('england', { 'negative-first-decision': '2026-03-02' }, '2026-03-02', 'recovery-period')).toBeNull()
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
    expect(ids('england')).toEqual(['recovery-period'])
    expect(ids('scotland')).toEqual(['support-scotland'])
    expect(ids('northern-ireland')).toEqual(['support-northern-ireland'])
  })
})

test('where no rule is known for the day, that is said, and where the calendar ends no day is made up', () => {
  expect(clockIn('scotland', { 'positive-first-decision': '2018-03-31' }, '2026-01-01', 'support-scotland')).toEqual({ rule: null })
  expect(clockIn('england', { referral: '2028-12-28' }, '2028-12-28', 'first-decision')).toMatchObject({
    first: '2028-12-29',
    last: 'null',
    state: 'unknown',
  })
})

test('only what rests on official texts, counting included, and is not past its review is called sure', () => {
  const sureOf = (changes: Partial<CountedRule>, today = '2026-11-02') => {
    const rules = shipped.rules.map((rule) => ({ ...rule, sure: 'A' as const, sure_count: 'A' as const, review: '2027-01-31', ...changes }))
    const happened = new Map([['referral', date('2026-11-02')]])
    return clocksOf({ ...shipped, rules }, happened, { nation: 'england', calendar: calendarOf('england-and-wales') }, date(today)).map(
      (clock) => clock.rule && clock.sure,
    )
  }
  expect(sureOf({})).toEqual([true])
  expect([sureOf({ sure: 'B' }), sureOf({ sure_count: 'B' }), sureOf({}, '2027-02-01')]).toEqual([[false], [false], [false]])
})

describe('a time limit', () => {
  const at = (decision: string, today: string, more: Record<string, string> = {}) =>
    clockIn('england', { 'negative-first-decision': decision, ...more }, today, 'look-again-first')?.state
  test('is open until its last day, then passed, and nobody is late', () => {
    expect([at('2026-10-01', '2026-10-31'), at('2026-10-01', '2026-11-01')]).toEqual(['open 0', 'passed 1'])
    expect(at('2026-10-01', '2026-11-20', { 'asked-to-look-again': '2026-10-20' })).toBe('done 2026-10-20')
  })
  test('for reconsideration is not known before about February 2024', () => {
    expect([at('2024-01-31', '2026-11-29'), at('2018-05-01', '2026-11-29')]).toEqual(['no-limit', 'no-limit'])
    expect(at('2024-04-01', '2024-04-02')).toBe('open 29')
  })
})

describe('where it is not certain which of two rules held, both are shown, and neither is sure', () => {
  const both = (nation: Nation, happened: Record<string, string>, clock: string) =>
    clocksIn(nation, happened, '2026-11-29').flatMap((c) =>
      c.clock === clock && c.rule ? [`${c.rule.id} ${c.last} ${c.rival?.rule.id} ${c.rival?.last} ${c.sure}`] : [],
    )
  test.each(['2022-12-13', '2023-01-29'])('a recovery period from %s', (decision) => {
    const [last45, last30] = [44, 29].map((days) => String(date(decision).add({ days })))
    expect(both('wales', { 'positive-first-decision': decision }, 'recovery-period')).toEqual([
      `recovery-45-doubtful ${last45} recovery-30-doubtful ${last30} false`,
      `recovery-30-doubtful ${last30} recovery-45-doubtful ${last45} false`,
    ])
  })
  test('a reconsideration in the weeks in which the limit came in', () => {
    expect(both('england', { 'negative-second-decision': '2024-02-20' }, 'look-again-second')).toEqual([
      'look-again-second-30-doubtful 2024-03-21 look-again-second-none-doubtful null false',
      'look-again-second-none-doubtful null look-again-second-30-doubtful 2024-03-21 false',
    ])
  })
  test('the day before and the day after there is one', () => {
    for (const decision of ['2022-12-12', '2023-01-30'])
      expect(both('england', { 'positive-first-decision': decision }, 'recovery-period')).toEqual([
        expect.stringContaining(' undefined undefined '),
      ])
  })
})

describe('what is planned', () => {
  const today = '2026-11-29'
  test('sets a clock going with "if", and meets or ends nothing yet', () => {
    const planned = clocksIn('england', { referral: '2026-11-02', 'positive-first-decision': '2026-12-07' }, today)
    expect(planned.map((c) => [c.clock, c.rule && c.state.is, c.rule && String(c.last)])).toEqual([
      ['first-decision', 'late', '2026-11-09'],
      ['recovery-period', 'if', '2027-01-05'],
    ])
    expect(planned[0]?.rule && planned[0].planned).toMatchObject({ event: 'positive-first-decision', daysLate: 28 })
  })
  test('says how long a period would last then', () => {
    const at = (final: string) =>
      clocksIn('england', { 'positive-first-decision': '2026-11-20', 'negative-second-decision': final }, today)
        .filter((c) => c.clock === 'recovery-period')
        .map((c) => c.rule && [c.state.is, c.open, String(c.last), String(c.planned?.last)])
    expect(at('2027-02-01')).toEqual([['running', true, '2026-12-19', '2027-02-01']])
    expect(at('2026-12-01')).toEqual([['running', true, '2026-12-19', '2026-12-19']])
    // What has happened is not planned.
    expect(at('2026-11-25')).toEqual([['running', false, '2026-12-19', 'undefined']])
  })
})

test('an 18th birthday comes, and has come from the start of its day', () => {
  const at = (today: string, born = '2008-11-30') => clockIn('england', { born }, today, 'turning-18')
  expect(['2026-11-29', '2026-11-30', '2026-12-01'].map((today) => at(today)?.state)).toEqual([
    'coming 1',
    'done 2026-11-30',
    'done 2026-11-30',
  ])
  expect([at('2026-11-29')?.sure, at('2026-02-28', '2008-02-29')?.sure, at('2026-02-28', '2008-02-29')?.state]).toEqual([
    true,
    false,
    'coming 1',
  ])
})
