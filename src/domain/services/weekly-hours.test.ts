import { expect, test } from 'vitest'
import { beacon, everyDay, helpline, row, service } from './fixtures.ts'
import type { ScheduleRow } from './service.ts'
import { weeklyHours } from './weekly-hours.ts'

const print = (schedule: ScheduleRow[]) =>
  weeklyHours(service({ schedule })).runs.map(({ days, opens, closes }) => `${days.join(' ')} ${opens}-${closes}`)

test('Beacon has two sets of hours', () => {
  expect(weeklyHours(beacon)).toEqual({
    runs: [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '08:00', closes: '20:00' },
      { days: ['sat'], opens: '09:00', closes: '17:00' },
    ],
    allDay: false,
  })
})

test('the helpline is one run of all days', () => {
  expect(weeklyHours(helpline)).toEqual({ runs: [{ days: everyDay, opens: '00:00', closes: '24:00' }], allDay: true })
})

test('round the clock but silent on bank holidays may not be called always', () => {
  expect(weeklyHours(service({ schedule: [row({ bank_holidays: 'unknown' })] })).allDay).toBe(false)
})

test('no schedule has no hours', () => expect(weeklyHours(service({ schedule: 'unknown' }))).toEqual({ runs: [], allDay: false }))

test.each<[string, ScheduleRow[], string[]]>([
  [
    'days that do not follow are runs of their own',
    [row({ days: ['mon', 'tue', 'fri'], opens: '09:00', closes: '17:00' })],
    ['mon tue 09:00-17:00', 'fri 09:00-17:00'],
  ],
  [
    'rows with the same hours are one run',
    [row({ days: ['tue'], closes: '12:00' }), row({ days: ['mon'], closes: '12:00' })],
    ['mon tue 00:00-12:00'],
  ],
  [
    'a day with a break has two',
    [row({ days: ['mon'], opens: '13:00', closes: '17:00' }), row({ days: ['mon'], opens: '09:00', closes: '12:00' })],
    ['mon 09:00-12:00', 'mon 13:00-17:00'],
  ],
  [
    'hours that meet or overlap are one',
    [row({ days: ['mon'], opens: '09:00', closes: '13:00' }), row({ days: ['mon'], opens: '12:00', closes: '17:00' })],
    ['mon 09:00-17:00'],
  ],
  ['two halves are a day', [row({ days: ['mon'], closes: '12:00' }), row({ days: ['mon'], opens: '12:00' })], ['mon 00:00-24:00']],
  ['past midnight stays on the day it opens', [row({ days: ['sat'], opens: '20:00', closes: '04:00' })], ['sat 20:00-04:00']],
  ['midnight at the end is 24:00', [row({ days: ['sat'], opens: '20:00', closes: '00:00' })], ['sat 20:00-24:00']],
  ['eight to eight', [row({ days: ['sat'], opens: '08:00', closes: '08:00' })], ['sat 08:00-08:00']],
  [
    'more than a day is not put as less',
    [row({ days: ['sat'] }), row({ days: ['sat'], opens: '23:00', closes: '02:00' })],
    ['sat 00:00-24:00', 'sat 23:00-02:00'],
  ],
])('%s', (_, schedule, runs) => expect(print(schedule)).toEqual(runs))

test('on a date, only the rows in force then', () => {
  const moved = service({ schedule: [row({ days: ['mon'], valid_to: '2025-12-31' }), row({ days: ['tue'], valid_from: '2026-01-01' })] })
  expect(weeklyHours(moved, Temporal.PlainDate.from('2025-12-31')).runs.map(({ days }) => days)).toEqual([['mon']])
  expect(weeklyHours(moved, Temporal.PlainDate.from('2026-01-01')).runs.map(({ days }) => days)).toEqual([['tue']])
  expect(weeklyHours(moved).runs).toHaveLength(1)
})
