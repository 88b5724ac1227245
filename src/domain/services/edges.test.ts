import { describe, expect, test } from 'vitest'
import { everyDay, london, row, service } from './fixtures.ts'
import type { Service } from './service.ts'
import { serviceState } from './state.ts'

const say = (of: Service, at: string) => {
  const { until, opens, ...rest } = serviceState(of, Temporal.PlainDateTime.from(at).toZonedDateTime(london.timezone).toInstant(), london)
  const local = (time: Temporal.ZonedDateTime | null) => time?.toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null
  return { ...rest, until: local(until), opens: local(opens) }
}

describe('bank holidays (Christmas of 2026: Fri 25, Sat 26 stands behind Mon 28)', () => {
  const daily = (bank_holidays: 'open' | 'closed' | 'unknown') =>
    service({ schedule: [row({ opens: '09:00', closes: '17:00', bank_holidays })] })

  test.each(['2026-12-25', '2026-12-26', '2026-12-28'])('%s', (day) => {
    const holiday = day.endsWith('25') ? 'christmas-day' : 'boxing-day'
    expect(say(daily('open'), `${day}T10:00`)).toMatchObject({ state: 'open' })
    expect(say(daily('closed'), `${day}T10:00`)).toMatchObject({ state: 'closed', reason: 'bank-holiday', holiday, sure: true })
    expect(say(daily('unknown'), `${day}T10:00`)).toMatchObject({ state: 'unknown', reason: 'bank-holiday', holiday, sure: false })
    expect(say(daily('unknown'), `${day}T03:00`)).toMatchObject({ state: 'unknown' })
  })
  test('Sunday 27 between them is an ordinary day', () => {
    expect(say(daily('closed'), '2026-12-26T12:00')).toMatchObject({ opens: '2026-12-27T09:00' })
    expect(say(daily('unknown'), '2026-12-26T12:00')).toMatchObject({ until: '2026-12-27T00:00' })
    expect(say(daily('unknown'), '2026-12-27T10:00')).toMatchObject({ state: 'open', until: '2026-12-27T17:00' })
  })
  test('a holiday on a weekday that no row names is closed', () => {
    const weekend = service({ schedule: [row({ days: ['sat', 'sun'], bank_holidays: 'unknown' })] })
    expect(say(weekend, '2026-12-28T10:00')).toMatchObject({ state: 'closed', reason: 'hours' })
  })
  test('a row open on holidays keeps its hours beside one that is shut', () => {
    const both = service({
      schedule: [row({ opens: '09:00', closes: '17:00', bank_holidays: 'closed' }), row({ opens: '10:00', closes: '12:00' })],
    })
    expect(say(both, '2026-12-25T09:30')).toMatchObject({ state: 'closed', reason: 'bank-holiday', opens: '2026-12-25T10:00' })
    expect(say(both, '2026-12-25T11:00')).toMatchObject({ state: 'open', until: '2026-12-25T12:00' })
  })
  test('one silent row leaves the day unknown', () => {
    const both = service({ schedule: [row(), row({ opens: '09:00', closes: '17:00', bank_holidays: 'unknown' })] })
    expect(say(both, '2026-12-25T03:00')).toMatchObject({ state: 'unknown' })
    expect(say(both, '2026-12-24T03:00')).toMatchObject({ state: 'open', until: '2026-12-25T00:00' })
  })
  test('round the clock but silent on holidays is open, not always', () => {
    expect(say(service({ schedule: [row({ bank_holidays: 'unknown' })] }), '2019-08-27T00:00')).toMatchObject({
      state: 'open',
      until: '2019-12-25T00:00',
    })
  })
})

describe('past midnight', () => {
  const night = (bank_holidays: 'open' | 'closed' | 'unknown') =>
    service({ schedule: [row({ opens: '20:00', closes: '04:00', bank_holidays })] })

  test('what opened the evening before stays open into a holiday until it closes', () => {
    expect(say(night('unknown'), '2026-12-25T03:59')).toMatchObject({ state: 'open', until: '2026-12-25T04:00' })
    expect(say(night('unknown'), '2026-12-25T04:00')).toMatchObject({ state: 'unknown' })
    expect(say(night('closed'), '2026-12-25T03:59')).toMatchObject({ state: 'open', until: '2026-12-25T04:00' })
  })
  test('what may have opened on a holiday leaves the small hours after it unknown', () => {
    expect(say(night('unknown'), '2026-12-29T03:59')).toMatchObject({ state: 'unknown', reason: 'bank-holiday', until: '2026-12-29T04:00' })
    expect(say(night('unknown'), '2026-12-29T04:00')).toMatchObject({ state: 'closed', opens: '2026-12-29T20:00' })
    expect(say(night('closed'), '2026-12-29T03:59')).toMatchObject({ state: 'closed', reason: 'hours' })
  })
  test('the last night of a row runs to its end, then nothing is known', () => {
    const ending = service({ schedule: [row({ opens: '20:00', closes: '04:00', valid_to: '2026-06-30' })] })
    expect(say(ending, '2026-07-01T03:59')).toMatchObject({ state: 'open', until: '2026-07-01T04:00' })
    expect(say(ending, '2026-07-01T04:00')).toMatchObject({ state: 'unknown', reason: 'out-of-validity', until: null })
  })
  test('history cuts it at midnight, whatever the rows say', () => {
    const history = { ...night('open'), schedule_now: 'unknown' as const, doubt_from: '2026-07-01' }
    expect(say(history, '2026-06-30T23:00')).toMatchObject({ state: 'open', until: '2026-07-01T00:00' })
    expect(say(history, '2026-07-01T00:00')).toMatchObject({ state: 'unknown', reason: 'history-only' })
  })
  test('round the clock from eight to eight is always, from the first opening on', () => {
    const round = service({ schedule: [row({ opens: '08:00', closes: '08:00', valid_from: '2026-06-01' })] })
    expect(say(round, '2026-06-01T07:59')).toMatchObject({ state: 'closed', opens: '2026-06-01T08:00' })
    expect(say(round, '2026-06-01T08:00')).toMatchObject({ state: 'always', until: null })
  })
})

describe('always', () => {
  test.each([
    ['two halves', [row({ closes: '12:00' }), row({ opens: '12:00' })], 'always'],
    ['a minute between', [row({ closes: '11:58' }), row({ opens: '11:59' })], 'open'],
    ['a minute short', [row({ closes: '23:59' })], 'open'],
    ['six days', [row({ days: everyDay.slice(0, 6) })], 'open'],
    ['days over two rows', [row({ days: everyDay.slice(0, 3) }), row({ days: everyDay.slice(3) })], 'always'],
    ['a gap filled from the night before', [row({ opens: '06:00' }), row({ opens: '22:00', closes: '06:00' })], 'always'],
  ])('%s', (_, schedule, state) => expect(say(service({ schedule }), '2026-11-26T12:00').state).toBe(state))

  test('an early end is a change of state although it stays open', () => {
    const schedule = [row({ valid_to: '2026-06-30' }), row({ valid_from: '2026-07-01', bank_holidays: 'unknown' })]
    expect(say(service({ schedule }), '2026-06-15T12:00')).toMatchObject({ state: 'always', until: '2026-07-01T00:00' })
  })
})

describe('validity', () => {
  const between = service({ schedule: [row({ valid_from: '2026-06-01', valid_to: '2026-06-30' })] })
  test.each([
    ['2026-05-31T23:59', 'unknown', '2026-06-01T00:00'],
    ['2026-06-01T00:00', 'always', '2026-07-01T00:00'],
    ['2026-06-30T23:59', 'always', '2026-07-01T00:00'],
    ['2026-07-01T00:00', 'unknown', null],
    ['1990-01-01T00:00', 'unknown', '2026-06-01T00:00'],
  ])('%s: %s until %s', (at, state, until) => expect(say(between, at)).toMatchObject({ state, until }))

  test('an undated source is in force from the day it was compared, not before', () => {
    const undated = service({ schedule: [row({ valid_from: 'unknown' })], checked: '2026-11-24' })
    expect(say(undated, '2026-11-23T23:59')).toMatchObject({ state: 'unknown', reason: 'out-of-validity' })
    expect(say(undated, '2026-11-24T00:00')).toMatchObject({ state: 'always' })
  })
  test('an end not known is no end by itself', () => {
    expect(say(service({ schedule: [row({ valid_to: 'unknown' })] }), '2090-01-01T00:00')).toMatchObject({ state: 'always', until: null })
  })
  test('a weekday whose row has ended is closed while another row is in force', () => {
    const schedule = [row({ days: ['mon'] }), row({ days: ['tue'], valid_to: '2026-06-30' })]
    expect(say(service({ schedule }), '2026-07-07T12:00')).toMatchObject({ state: 'closed', opens: '2026-07-13T00:00' })
  })
  test('no schedule, and history without a date, say nothing', () => {
    expect(say(service({ schedule: 'unknown' }), '2026-07-07T12:00')).toMatchObject({
      state: 'unknown',
      reason: 'no-schedule',
      confirmed: null,
      until: null,
    })
    expect(say(service({ schedule_now: 'unknown' }), '1990-07-07T12:00')).toMatchObject({ state: 'unknown', reason: 'history-only' })
  })
  test('a body that has ended is closed for good', () => {
    const ended = service({ schedule: 'unknown', valid_to: '2026-04-06' })
    expect(say(ended, '2026-04-06T23:59')).toMatchObject({ state: 'unknown', until: '2026-04-07T00:00' })
    expect(say(ended, '2026-04-07T00:00')).toMatchObject({ state: 'closed', reason: 'ended', opens: null, until: null, confirmed: null })
  })
})

describe('outside the cover of the calendar (2017 to 2028)', () => {
  const monday = (bank_holidays: 'open' | 'closed' | 'unknown') =>
    service({ schedule: [row({ days: ['mon'], opens: '09:00', closes: '17:00', bank_holidays })] })
  test('a day that might be a holiday is not known', () => {
    for (const rule of ['closed', 'unknown'] as const) {
      expect(say(monday(rule), '2028-12-18T10:00')).toMatchObject({ state: 'open' })
      expect(say(monday(rule), '2029-01-08T10:00')).toMatchObject({
        state: 'unknown',
        reason: 'beyond-calendar',
        until: '2029-01-09T00:00',
      })
      expect(say(monday(rule), '2016-12-19T10:00')).toMatchObject({ state: 'unknown', reason: 'beyond-calendar' })
    }
  })
  test('a row open on holidays goes on, and a day that no row names is closed', () => {
    expect(say(monday('open'), '2029-01-08T10:00')).toMatchObject({ state: 'open' })
    expect(say(monday('closed'), '2029-01-09T10:00')).toMatchObject({ state: 'closed', until: '2029-01-15T00:00', opens: null })
  })
})

describe('closures', () => {
  const shut = { note: 'moving house', source: 'a test', source_date: '2026-05' }
  const closed = (from: string, to: string, changes: Partial<Service> = {}) => service({ closures: [{ from, to, ...shut }], ...changes })

  test('dates mean their local midnight, and `to` is the first moment of being open again', () => {
    const week = closed('2026-06-01', '2026-06-08')
    expect(say(week, '2026-05-31T23:59')).toMatchObject({ state: 'always', until: '2026-06-01T00:00' })
    expect(say(week, '2026-06-01T00:00')).toMatchObject({
      state: 'closed',
      reason: 'closure',
      opens: '2026-06-08T00:00',
      confirmed: '2026-05',
    })
    expect(say(week, '2026-06-08T00:00')).toMatchObject({ state: 'always' })
  })
  test('times are on the clock', () => {
    const office = closed('2026-06-01T12:00', '2026-06-01T14:30', { schedule: [row({ opens: '09:00', closes: '17:00' })] })
    expect(say(office, '2026-06-01T10:00')).toMatchObject({ state: 'open', until: '2026-06-01T12:00' })
    expect(say(office, '2026-06-01T12:00')).toMatchObject({ state: 'closed', until: '2026-06-01T14:30', opens: '2026-06-01T14:30' })
  })
  test('a closure that ends outside the hours gives the next opening after it', () => {
    const office = closed('2026-06-01', '2026-06-03T20:00', { schedule: [row({ opens: '09:00', closes: '17:00' })] })
    expect(say(office, '2026-06-01T10:00')).toMatchObject({ state: 'closed', until: '2026-06-04T09:00', opens: '2026-06-04T09:00' })
  })
  test('a closure of years is passed in one step', () => {
    expect(say(closed('2026-06-01', '2036-06-01'), '2026-07-01T00:00')).toMatchObject({ opens: '2036-06-01T00:00' })
  })
  test('it is known to be shut even where its hours are not known', () => {
    expect(say(closed('2026-06-01', '2026-06-08', { schedule: 'unknown' }), '2026-06-02T00:00')).toMatchObject({
      state: 'closed',
      sure: true,
      until: '2026-06-08T00:00',
      opens: null,
    })
  })
})
