import { describe, expect, test } from 'vitest'
import { beacon, helpline, london, row, service } from './fixtures.ts'
import type { Service } from './service.ts'
import { serviceState } from './state.ts'

const text = (time: Temporal.ZonedDateTime | null) => time?.toString({ timeZoneName: 'never' }) ?? null
const say = (of: Service, at: string) => {
  const { until, opens, sureUntil, ...rest } = serviceState(of, Temporal.Instant.from(at), london)
  return { ...rest, until: text(until), opens: text(opens), sureUntil: text(sureUntil) }
}

describe('Beacon', () => {
  test.each([
    ['2019-08-03T16:30:00+01:00', 'open', '2019-08-03T17:00:00+01:00', null],
    ['2019-08-03T17:00:00+01:00', 'closed', '2019-08-05T08:00:00+01:00', '2019-08-05T08:00:00+01:00'],
    ['2019-08-05T07:59:59.999999999+01:00', 'closed', '2019-08-05T08:00:00+01:00', '2019-08-05T08:00:00+01:00'],
    ['2019-08-05T08:00:00+01:00', 'open', '2019-08-05T20:00:00+01:00', null],
    ['2019-08-24T18:00:00+01:00', 'closed', '2019-08-26T00:00:00+01:00', '2019-08-27T08:00:00+01:00'],
    ['2019-08-26T10:00:00+01:00', 'unknown', '2019-08-27T00:00:00+01:00', null],
    ['2020-03-28T16:30:00+00:00', 'open', '2020-03-28T17:00:00+00:00', null],
    ['2020-03-28T17:00:00+00:00', 'closed', '2020-03-30T08:00:00+01:00', '2020-03-30T08:00:00+01:00'],
    ['2020-03-29T00:59:00+00:00', 'closed', '2020-03-30T08:00:00+01:00', '2020-03-30T08:00:00+01:00'],
    ['2020-03-29T02:00:00+01:00', 'closed', '2020-03-30T08:00:00+01:00', '2020-03-30T08:00:00+01:00'],
    ['2020-10-24T16:59:00+01:00', 'open', '2020-10-24T17:00:00+01:00', null],
    ['2020-10-25T01:30:00+01:00', 'closed', '2020-10-26T08:00:00+00:00', '2020-10-26T08:00:00+00:00'],
    ['2020-10-25T01:30:00+00:00', 'closed', '2020-10-26T08:00:00+00:00', '2020-10-26T08:00:00+00:00'],
    ['2019-07-29T12:00:00+01:00', 'unknown', '2019-07-30T00:00:00+01:00', null],
    ['2026-03-31T19:59:00+01:00', 'open', '2026-03-31T20:00:00+01:00', null],
    ['2026-03-31T20:00:00+01:00', 'closed', '2026-04-01T00:00:00+01:00', null],
    ['2026-04-01T00:00:00+01:00', 'unknown', null, null],
  ])('%s: %s until %s, opens %s', (at, state, until, opens) => expect(say(beacon, at)).toMatchObject({ state, until, opens }))

  test('names the holiday on which nothing is known', () => {
    expect(say(beacon, '2019-08-26T10:00:00+01:00')).toMatchObject({
      reason: 'bank-holiday',
      holiday: 'summer',
      confirmed: '2019-07-30',
      sure: false,
    })
  })

  test('its number is not confirmed from the day of doubt on, because its source is older', () => {
    expect(say(beacon, '2026-03-31T23:59:59+01:00')).toMatchObject({ numberConfirmed: true, sureUntil: '2026-04-01T00:00:00+01:00' })
    expect(say(beacon, '2026-04-01T00:00:00+01:00')).toMatchObject({
      numberConfirmed: false,
      reason: 'history-only',
      confirmed: '2019-07-30',
    })
  })
})

describe('the helpline', () => {
  test('was always open in 2019, until its rows become history', () => {
    expect(say(helpline, '2019-08-01T03:00:00+01:00')).toEqual({
      state: 'always',
      reason: 'hours',
      sure: true,
      until: '2023-01-01T00:00:00+00:00',
      opens: null,
      confirmed: '2021-10-25',
      numberConfirmed: true,
      sureUntil: '2023-01-01T00:00:00+00:00',
    })
  })
  test('is not known today, but its number is, from a source newer than the doubt', () => {
    expect(say(helpline, '2026-11-28T21:10:00Z')).toMatchObject({
      state: 'unknown',
      reason: 'history-only',
      until: null,
      sure: false,
      numberConfirmed: true,
    })
  })
  test('is not known before its rows begin', () => {
    expect(say(helpline, '2016-10-09T23:59:00+01:00')).toMatchObject({
      state: 'unknown',
      reason: 'out-of-validity',
      until: '2016-10-10T00:00:00+01:00',
      confirmed: null,
    })
  })
})

describe('what makes it sure', () => {
  test('doubt turns sure, not the state', () => {
    const doubted = service({ doubt_from: '2026-04-01', source_date: '2026-04-01' })
    expect(say(doubted, '2026-03-31T22:59:59Z')).toMatchObject({ state: 'always', sure: true, until: null })
    expect(say(doubted, '2026-03-31T23:00:00Z')).toMatchObject({ state: 'always', sure: false, numberConfirmed: true })
  })
  test('review passes at the end of its day in London', () => {
    const due = service({ review: '2026-06-30' })
    expect(say(due, '2026-06-30T22:59:59Z')).toMatchObject({ sure: true, sureUntil: '2026-07-01T00:00:00+01:00' })
    expect(say(due, '2026-06-30T23:00:00Z')).toMatchObject({ state: 'always', sure: false, sureUntil: null })
  })
  test.each<[string, Partial<Service>, boolean]>([
    ['a phone not known', { phone: 'unknown' }, false],
    ['no phone, a form', { phone: null }, true],
    ['general knowledge', { sure: 'C' }, false],
    ['not found', { sure: '?' }, false],
    ['secondary', { sure: 'B' }, true],
    ['doubt, source not dated', { doubt_from: '2020-01-01', source_date: 'unknown' }, false],
    ['doubt, source older by a day', { doubt_from: '2020-01-02', source_date: '2020-01-01' }, false],
    ['doubt, source of the same day', { doubt_from: '2020-01-01', source_date: '2020-01-01' }, true],
    ['doubt in the month that is all the source says', { doubt_from: '2020-04-15', source_date: '2020-04' }, false],
    ['doubt at the start of that month', { doubt_from: '2020-04-01', source_date: '2020-04' }, true],
    ['doubt to come, source not dated', { doubt_from: '2030-01-01', source_date: 'unknown' }, true],
  ])('the number with %s', (_, changes, confirmed) => {
    expect(say(service(changes), '2026-11-28T21:10:00Z').numberConfirmed).toBe(confirmed)
  })
  test.each([
    [['2020', '2019-12-31'], '2019-12-31'],
    [['2019-05-02', '2019'], '2019'],
    [['2019-05', '2019-04-30'], '2019-04-30'],
    [['2019-05', 'unknown'], null],
  ])('closed rests on the oldest source of the rows in force: %s', ([first, second], confirmed) => {
    const schedule = [row({ days: ['mon'], source_date: first as string }), row({ days: ['tue'], source_date: second as string })]
    expect(say(service({ schedule }), '2026-11-25T12:00:00Z')).toMatchObject({ state: 'closed', reason: 'hours', confirmed })
  })
  test('open rests on the row that is open', () => {
    const schedule = [row({ days: ['mon'], source_date: '2018' }), row({ days: ['tue'], source_date: '2020' })]
    expect(say(service({ schedule }), '2026-11-24T12:00:00Z')).toMatchObject({ state: 'open', confirmed: '2020' })
  })
})
