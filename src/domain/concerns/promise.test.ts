import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bankHolidayOn, buildCalendar } from '../time/calendar.ts'
import { type ReadRule, readBy } from './promise.ts'

const day = (date: string, name: 'Mon' | 'Fri', holiday: string) =>
  ({ id: date, region: 'here', date, day: name, holiday, kind: 'rule', status: 'computed' }) as const
const calendar = buildCalendar('here', 'Europe/London', { from: '2026-01-01', to: '2027-12-31' }, [
  day('2027-03-26', 'Fri', 'good-friday'),
  day('2027-03-29', 'Mon', 'easter-monday'),
])
const rule: ReadRule = { read_by: '10:00', working_days: ['mon', 'tue', 'wed', 'thu', 'fri'], notice_hours: 12 }
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()

test.each([
  ['an evening', '2026-12-01T21:00', '2026-12-02T10:00'],
  ['too late for the next morning', '2026-12-01T22:01', '2026-12-03T10:00'],
  ['to the minute', '2026-12-01T22:00', '2026-12-02T10:00'],
  ['a Friday morning', '2026-12-04T09:00', '2026-12-07T10:00'],
  ['over Easter, when the clocks change', '2027-03-25T12:00', '2027-03-30T10:00'],
])('%s', (_name, sent, read) => expect(readBy(rule, at(sent), calendar)).toEqual(at(read)))

test('where bank holidays are not known so far ahead, nothing is promised', () => {
  expect(readBy(rule, at('2027-12-31T12:00'), calendar)).toBeNull()
  expect(readBy({ ...rule, working_days: ['sat'] }, at('2027-12-27T12:00'), calendar)).toBeNull()
})

test('it is always the first such time on a working day that leaves the notice', () => {
  const days = fc.uniqueArray(fc.constantFrom(...(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)), { minLength: 1 })
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 500 })
  fc.assert(
    fc.property(minutes, days, fc.integer({ min: 1, max: 72 }), (minute, working_days, notice_hours) => {
      const now = at('2026-02-01T00:00').add({ minutes: minute })
      const promised = readBy({ read_by: '10:00', working_days, notice_hours }, now, calendar)
      if (!promised) return false
      const local = promised.toZonedDateTimeISO('Europe/London')
      const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
      const working = (date: Temporal.PlainDate) =>
        working_days.includes(names[date.dayOfWeek - 1] ?? 'sun') && !bankHolidayOn(calendar, date)
      expect([local.hour, local.minute, working(local.toPlainDate())]).toEqual([10, 0, true])
      expect(Temporal.Instant.compare(promised, now.add({ hours: notice_hours }))).toBeGreaterThanOrEqual(0)
      // No working day before it would have done.
      for (let date = local.toPlainDate().subtract({ days: 1 }); ; date = date.subtract({ days: 1 })) {
        const earlier = date.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' }).toInstant()
        if (Temporal.Instant.compare(earlier, now.add({ hours: notice_hours })) < 0) break
        expect(working(date)).toBe(false)
      }
      return true
    }),
  )
})
