import { expect, test } from 'vitest'
import { clockOn, localMoment, startOfDay, zoned } from './local.ts'

const utc = (ms: number) => new Date(ms).toISOString().slice(0, 16)
const on = (day: string, minutes: number) => utc(clockOn(Temporal.PlainDate.from(day), minutes, 'Europe/London'))

test.each([
  ['2019-08-05', 8 * 60, '2019-08-05T07:00', 'summer'],
  ['2019-12-05', 8 * 60, '2019-12-05T08:00', 'winter'],
  ['2019-08-05', 24 * 60, '2019-08-05T23:00', '24:00 is the start of the next day'],
  ['2019-08-05', 28 * 60, '2019-08-06T03:00', '04:00 of the next day'],
  ['2020-02-28', 24 * 60, '2020-02-29T00:00', 'into a leap day'],
  ['2020-03-28', 24 * 60, '2020-03-29T00:00', 'midnight before the clocks go forward'],
  ['2020-03-29', 24 * 60, '2020-03-29T23:00', 'midnight after'],
  ['2020-03-29', 59, '2020-03-29T00:59', 'the last minute before the gap'],
  ['2020-03-29', 90, '2020-03-29T01:30', '01:30 does not exist: 02:30 on the clock'],
  ['2020-03-29', 120, '2020-03-29T01:00', 'the first minute after the gap'],
  ['2020-03-28', 25 * 60 + 30, '2020-03-29T01:30', '01:30 does not exist, counted from the day before'],
  ['2020-10-25', 90, '2020-10-25T00:30', '01:30 comes twice: the first'],
  ['2020-10-25', 120, '2020-10-25T02:00', 'after the repeated hour'],
  ['2020-10-25', 24 * 60, '2020-10-26T00:00', 'the long day ends'],
])('%s + %i minutes on the clock is %sZ (%s)', (day, minutes, expected) => expect(on(day, minutes)).toBe(expected))

test('a local date means its midnight, a local time is taken on the clock', () => {
  expect(utc(localMoment('2026-07-01', 'Europe/London'))).toBe('2026-06-30T23:00')
  expect(utc(localMoment('2026-07-01T12:30', 'Europe/London'))).toBe('2026-07-01T11:30')
  expect(utc(startOfDay(Temporal.PlainDate.from('2026-12-01'), 'Europe/London'))).toBe('2026-12-01T00:00')
  expect(zoned(0, 'Europe/London').toString()).toBe('1970-01-01T01:00:00+01:00[Europe/London]')
})
