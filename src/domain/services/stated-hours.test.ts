import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beacon, helpline, london, row, service } from './fixtures.ts'
import { type ScheduleRow, type Service, weekdays } from './service.ts'
import { serviceState } from './state.ts'
import { statedHours } from './stated-hours.ts'

const on = (of: Service, at: string) => statedHours(of, Temporal.Instant.from(at), london)

test('Beacon in 2019: hours until the day before the bank holiday of which nothing is known', () => {
  const hours = on(beacon, '2019-08-01T10:00:00Z')
  expect(hours?.runs.map(({ days, opens, closes }) => [days.length, opens, closes])).toEqual([
    [5, '08:00', '20:00'],
    [1, '09:00', '17:00'],
  ])
  expect(`${hours?.through}`).toBe('2019-08-25')
})

test.each<[string, Service, string]>([
  ['a bank holiday of which nothing is known', beacon, '2019-08-26T10:00:00Z'],
  ['in doubt', beacon, '2026-11-24T21:10:00Z'],
  ['history', helpline, '2026-11-24T21:10:00Z'],
  ['past review', service({ review: '2026-11-23' }), '2026-11-24T10:00:00Z'],
  ['an end that may have come', service({ schedule: [row({ valid_to: 'unknown' })] }), '2026-11-24T10:00:00Z'],
  ['not known', service({ schedule: 'unknown' }), '2026-11-24T10:00:00Z'],
])('no hours are stated: %s', (_, of, at) => {
  expect(on(of, at)).toBeNull()
})

test('always open is stated for a year at most, and never past the review', () => {
  expect(`${on(service(), '2026-11-24T10:00:00Z')?.through}`).toBe('2027-11-24')
  expect(`${on(service({ review: '2026-12-24' }), '2026-11-24T10:00:00Z')?.through}`).toBe('2026-12-24')
})

const date = fc.integer({ min: 0, max: 1100 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }).toString())
const dates = fc.tuple(date, date).map((pair) => pair.sort() as [string, string])
const hour = fc.integer({ min: 0, max: 23 }).map((value) => `${`${value}`.padStart(2, '0')}:00`)
const rows = fc
  .record({
    days: fc.subarray([...weekdays], { minLength: 1 }),
    opens: hour,
    closes: hour,
    bank_holidays: fc.constantFrom<ScheduleRow['bank_holidays']>('open', 'closed', 'unknown'),
    validity: fc.oneof(dates, fc.constant<[null, null]>([null, null])),
  })
  .map(({ validity: [valid_from, valid_to], ...rest }) => row({ ...rest, valid_from, valid_to }))
const closures = dates.filter(([from, to]) => from < to).map(([from, to]) => ({ from, to, note: 'x', source: 'x', source_date: '2020' }))
const services = fc
  .record(
    {
      schedule: fc.array(rows, { minLength: 1, maxLength: 2 }),
      review: date,
      doubt_from: date,
      valid_to: date,
      closures: fc.array(closures, { maxLength: 1 }),
    },
    { requiredKeys: ['schedule'] },
  )
  .map((changes) => service(changes as Partial<Service>))

test('whoever trusts the hours up to their last day finds the service open and sure at each of them', () => {
  let met = 0
  const property = fc.property(services, date, (of, day) => {
    const today = Temporal.PlainDate.from(day)
    const hours = on(of, `${day}T12:00:00Z`)
    if (!hours) return
    for (let read = today; Temporal.PlainDate.compare(read, hours.through) <= 0; read = read.add({ days: 1 })) {
      const opens = hours.runs.filter(({ days }) => days.includes(weekdays[read.dayOfWeek - 1] ?? 'mon'))
      const moment = (time: string) => read.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time })
      // An hour that the clock skips is no hour.
      for (const { opens: time } of opens.filter((run) => moment(run.opens).hour === Number(run.opens.slice(0, 2)))) {
        const { state, sure } = serviceState(of, moment(time).toInstant(), london)
        expect([`${read}`, state === 'open' || state === 'always', sure]).toEqual([`${read}`, true, true])
        met += 1
      }
    }
  })
  fc.assert(property, { numRuns: 250 })
  expect(met).toBeGreaterThan(500)
})
