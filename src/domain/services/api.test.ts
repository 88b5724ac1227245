import { describe, expect, test } from 'vitest'
import { parseAt, serviceRow } from './api.ts'
import { beacon, helpline, london, service } from './fixtures.ts'

const at = Temporal.Instant.from

test('a row has exactly the fields of the contract', () => {
  expect(
    serviceRow({ ...beacon, url: 'https://www.hertfordshirebeacon.org/', note: 'a note' }, at('2019-08-03T17:00:00+01:00'), london),
  ).toEqual({
    id: 'beacon',
    name: 'Made up',
    phone: '03000 11 55 55',
    url: 'https://www.hertfordshirebeacon.org/',
    state: 'closed',
    sure: true,
    until: '2019-08-05T08:00:00+01:00',
    opens: '2019-08-05T08:00:00+01:00',
    confirmed: '2019-07-30',
    note: 'a note',
  })
})

test('times carry the offset of their own day, not of the day asked for', () => {
  expect(serviceRow(beacon, at('2020-10-24T18:00:00+01:00'), london).opens).toBe('2020-10-26T08:00:00+00:00')
  expect(serviceRow(helpline, at('2019-08-01T02:00:00.123456789Z'), london)).toMatchObject({
    until: '2023-01-01T00:00:00+00:00',
    opens: null,
  })
})

test('a phone that is not known, and none, are null', () => {
  expect(serviceRow(service({ phone: 'unknown' }), at('2026-11-24T10:00:00Z'), london).phone).toBe(null)
  expect(serviceRow(service({ phone: null }), at('2026-11-24T10:00:00Z'), london).phone).toBe(null)
})

describe('parseAt', () => {
  const now = at('2026-11-24T10:00:00Z')
  test('nothing sent means now', () => expect(parseAt(undefined, now)).toBe(now))

  test.each([
    ['2019-08-05T08:00:00+01:00', '2019-08-05T07:00:00Z'],
    ['2019-08-05T08:00:00 01:00', '2019-08-05T07:00:00Z'],
    ['2019-08-05T08:00:00-05:30', '2019-08-05T13:30:00Z'],
    ['2019-08-05T08:00Z', '2019-08-05T08:00:00Z'],
    ['2019-08-05T08:00:00.250Z', '2019-08-05T08:00:00.25Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00Z'],
    ['2200-12-31T23:59:59Z', '2200-12-31T23:59:59Z'],
  ])('%s', (text, instant) => expect(parseAt(text, now)?.toString()).toBe(instant))

  test.each([
    '',
    ' ',
    'now',
    '2019',
    '2019-08-05',
    '2019-08-05T08:00:00',
    '2019-08-05T08:00:00+1',
    '2019-08-05 08:00:00Z',
    '2019-08-05T08Z',
    '2019-02-29T08:00:00Z',
    '2019-13-01T08:00:00Z',
    '2019-08-05T24:00:00Z',
    '2019-08-05T08:60:00Z',
    '2019-08-05T08:00:00+25:00',
    '2019-08-05T08:00:00Z[Europe/London]',
    '+002019-08-05T08:00:00Z',
    '1899-12-31T23:59:59Z',
    '2201-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '1900-01-01T00:00:00+01:00',
    '2019-08-05T08:00:00Z\n',
    ' 2019-08-05T08:00:00Z',
    '1564992000',
    '20190805T080000Z',
    '2019-08-05T08:00:00%2B01:00',
  ])('%j is refused', (text) => expect(parseAt(text, now)).toBe(null))
})
