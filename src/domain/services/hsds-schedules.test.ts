import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beacon, calendarOf, hsdsText, london, row, service } from './fixtures.ts'
import { hsdsSchedules } from './hsds-schedules.ts'
import { type ScheduleRow, type Service, serviceSchema, weekdays } from './service.ts'
import { serviceState } from './state.ts'

const context = (at: string, calendar = london) => ({ pack: 'a-pack', at: Temporal.Instant.from(at), calendar, t: hsdsText })
const times = (schedules: ReturnType<typeof hsdsSchedules>) =>
  schedules.map(({ valid_from, valid_to, opens_at, closes_at, timezone }) => [valid_from, valid_to, opens_at, closes_at, timezone])

test('a row has an entry for each stretch between clock changes', () => {
  const office = service({ schedule: [row({ days: ['mon', 'fri'], opens: '08:00', closes: '20:00' })], review: '2027-11-24' })
  expect(times(hsdsSchedules(office, context('2026-11-28T10:00:00Z')))).toEqual([
    ['2026-10-25', '2027-03-27', '08:00Z', '20:00Z', 0],
    ['2027-03-28', '2027-10-30', '08:00+01:00', '20:00+01:00', 1],
    ['2027-10-31', '2027-11-24', '08:00Z', '20:00Z', 0],
  ])
  // On the day of a change the new stretch is the first.
  expect(times(hsdsSchedules(office, context('2027-03-28T00:00:00Z')))[0]?.[0]).toBe('2027-03-28')
  expect(times(hsdsSchedules(office, context('2027-03-27T23:59:59Z')))[0]?.[0]).toBe('2026-10-25')
})

test('one entry, as the guidance shows it', () => {
  expect(hsdsSchedules(beacon, context('2019-08-01T10:00:00Z'))[0]).toEqual({
    id: expect.any(String),
    valid_from: '2019-07-30',
    valid_to: '2019-10-26',
    dtstart: '2019-07-30',
    timezone: 1,
    freq: 'WEEKLY',
    byday: 'MO,TU,WE,TH,FR',
    opens_at: '08:00+01:00',
    closes_at: '20:00+01:00',
    description: 'Monday to Friday 08:00 to 20:00',
    attending_type: 'By phone',
    notes: 'Bank holidays: hours not confirmed. From a source dated 2019-07-30.',
  })
})

test('always open is one entry from midnight to 23:59, on any clock', () => {
  const [always, ...more] = hsdsSchedules(service({ review: '2027-11-24' }), context('2026-11-28T10:00:00Z'))
  expect(more).toEqual([])
  expect(always).toMatchObject({
    opens_at: '00:00Z',
    closes_at: '23:59Z',
    valid_to: '2027-11-24',
    description: '24 hours a day, every day',
  })
  expect(always).not.toHaveProperty('valid_from')
})

test('an undated row holds from the day it was compared; one past midnight says so', () => {
  const night = service({
    schedule: [row({ days: ['sat'], opens: '22:00', closes: '06:00', valid_from: 'unknown', sure: 'C', source_date: 'unknown' })],
    review: '2026-12-24',
  })
  expect(hsdsSchedules(night, context('2026-11-28T10:00:00Z'))[0]).toMatchObject({
    valid_from: '2026-11-24',
    dtstart: '2026-11-28',
    closes_at: '06:00Z',
    description: 'Saturday 22:00 to 06:00 the next day',
    notes: 'Open on bank holidays. The source is undated. We have not found a source that confirms it.',
  })
})

test('another clock: half hours, and one that never changes', () => {
  const days = { days: ['mon'] as ScheduleRow['days'], opens: '09:00', closes: '17:00' }
  const office = service({ schedule: [row(days)], review: '2027-11-24' })
  const india = { ...calendarOf('scotland'), timezone: 'Asia/Kolkata' }
  const [only, ...more] = hsdsSchedules(office, context('2026-11-28T10:00:00Z', india))
  expect([only?.opens_at, only?.timezone, more.length]).toEqual(['09:00+05:30', 5.5, 0])
  const newYork = { ...india, timezone: 'America/New_York' }
  expect(hsdsSchedules(office, context('2026-11-28T10:00:00Z', newYork))[0]?.opens_at).toBe('09:00-05:00')
})

test('days of a closure are in no entry', () => {
  const closures = [{ from: '2026-12-24T12:00', to: '2026-12-29T09:00', note: 'x', source: 'x', source_date: '2026' }]
  const office = (closes: string): Service => service({ schedule: [row({ opens: '08:00', closes })], review: '2027-01-31', closures })
  expect(times(hsdsSchedules(office('20:00'), context('2026-11-28T10:00:00Z'))).map(([from, to]) => [from, to])).toEqual([
    ['2026-10-25', '2026-12-23'],
    ['2026-12-30', '2027-01-31'],
  ])
  expect(times(hsdsSchedules(office('02:00'), context('2026-11-28T10:00:00Z')))[0]?.[1]).toBe('2026-12-22')
})

const pad = (value: number) => `${value}`.padStart(2, '0')
const clock = fc.integer({ min: 0, max: 1439 }).map((minutes) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`)
const date = fc.integer({ min: 0, max: 1500 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }).toString())
const late = fc.integer({ min: 800, max: 2500 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }).toString())
const dates = fc.tuple(date, date).map((pair) => pair.sort() as [string, string])
const rows = fc
  .record({
    days: fc.subarray([...weekdays], { minLength: 1 }),
    opens: clock,
    closes: fc.oneof(clock, fc.constant('24:00')),
    bank_holidays: fc.constantFrom<ScheduleRow['bank_holidays']>('open', 'closed', 'unknown'),
    validity: fc.oneof(dates, fc.constantFrom<[string | null, string | null]>([null, null], ['unknown', null], [null, 'unknown'])),
  })
  .map(({ validity: [valid_from, valid_to], ...rest }) => row({ ...rest, valid_from, valid_to } as Partial<ScheduleRow>))
const closures = dates.filter(([from, to]) => from < to).map(([from, to]) => ({ from, to, note: 'x', source: 'x', source_date: '2020' }))
const services = fc
  .record(
    {
      schedule: fc.array(rows, { minLength: 1, maxLength: 3 }),
      checked: date,
      review: late,
      doubt_from: late,
      valid_to: late,
      closures: fc.array(closures, { maxLength: 2 }),
    },
    { requiredKeys: ['schedule', 'checked', 'review'] },
  )
  .map((changes) => service(changes as Partial<Service>))

test('whoever reads a schedule as open finds the service open and sure, but for bank holidays', () => {
  let met = 0
  const property = fc.property(services, date, fc.integer({ min: 0, max: 300 }), (of, day, later) => {
    expect(serviceSchema.safeParse(of).success).toBe(true)
    const schedules = hsdsSchedules(of, context(`${day}T12:00:00Z`))
    expect(new Set(schedules.map(({ id }) => id)).size).toBe(schedules.length)
    const asked = serviceState(of, Temporal.Instant.from(`${day}T12:00:00Z`), london)
    if (asked.sure && asked.state === 'always' && !JSON.stringify(of.schedule).includes('unknown')) expect(schedules).not.toEqual([])
    const read = Temporal.PlainDate.from(day).add({ days: later })
    for (const { valid_from = '', valid_to, byday, opens_at } of schedules) {
      const named = byday.split(',').includes((weekdays[read.dayOfWeek - 1] ?? '').slice(0, 2).toUpperCase())
      const changes = read.toZonedDateTime('Europe/London').hoursInDay !== 24
      if (!named || changes || `${read}` < valid_from || `${read}` > valid_to) continue
      const { state, sure, reason } = serviceState(of, Temporal.Instant.from(`${read}T${opens_at}`), london)
      if (['bank-holiday', 'beyond-calendar'].includes(reason)) continue
      expect([state === 'open' || state === 'always', sure]).toEqual([true, true])
      met += 1
    }
  })
  fc.assert(property, { numRuns: process.env.WAYMARK_ALL ? 1500 : 511 })
  expect(met).toBeGreaterThan(process.env.WAYMARK_ALL ? 200 : 50)
})
