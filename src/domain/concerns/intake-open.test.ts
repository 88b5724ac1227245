import { expect, test } from 'vitest'
import { buildCalendar } from '../time/calendar.ts'
import { type ClosedBecause, type IntakeFacts, type IntakeStanding, intakeNow, leavesReader } from './intake-open.ts'

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
const holiday = (date: string, day: 'Fri' | 'Mon') =>
  ({ id: date, region: 'here', date, day, holiday: 'easter', kind: 'rule', status: 'computed' }) as const
const calendar = buildCalendar('here', 'Europe/London', { from: '2026-01-01', to: '2027-12-31' }, [
  holiday('2027-03-26', 'Fri'),
  holiday('2027-03-29', 'Mon'),
])
const fact = {
  source: 'a test',
  source_date: '2026-11-01',
  checked: '2026-11-01',
  review: '2027-11-01',
  owner: 'tester',
  sure: 'A' as const,
}
const keptFor = { length: '6 years', reason: 'a test' }
const facts: IntakeFacts = {
  calendar,
  partnership: {
    adopted: { role: 'Chair' },
    timezone: 'Europe/London',
    reports: { read_by: '10:00', working_days: ['mon', 'tue', 'wed', 'thu', 'fri'], notice_hours: 12 },
    data_protection: {
      controllers: { partners: ['watford'], ...fact },
      contact: { role: 'Data protection officer', at: 'dpo@example.org', ...fact },
      dpia: { date: '2026-11-01', signed_by: 'Chair', ...fact },
      retention: { concerns: keptFor, attendances: keptFor, audit: keptFor, ...fact },
    },
  },
}
const now = at('2026-12-01T21:00')
const open: IntakeStanding = {
  readAt: at('2026-12-01T09:00'),
  keyReady: true,
  closedAt: null,
  key: { id: 'x' },
  coveredUntil: at('2026-12-02T10:00'),
  coordinators: ['watford'],
}
const reasonsOf = (more: Partial<IntakeStanding>, then = now) => intakeNow(facts, { ...open, ...more }, then).reasons
const withPartnership = (more: Partial<IntakeFacts['partnership']>) =>
  intakeNow({ ...facts, partnership: { ...facts.partnership, ...more } }, open, now).reasons
const without = (part: 'controllers' | 'dpia' | 'contact' | 'retention') =>
  withPartnership({ data_protection: { ...facts.partnership.data_protection, [part]: null } })

test('with everything in its place it is open, and says by when a person will have read it', () => {
  expect(intakeNow(facts, open, now)).toEqual({ reasons: [], promise: at('2026-12-02T10:00') })
})

test.each<[ClosedBecause, readonly ClosedBecause[]]>([
  ['not-adopted', withPartnership({ adopted: null })],
  ['controllers', without('controllers')],
  ['dpia', without('dpia')],
  ['contact', without('contact')],
  ['no-promise', withPartnership({ reports: undefined })],
  ['no-database', intakeNow(facts, null, now).reasons],
  ['closed-by-desk', reasonsOf({ closedAt: now })],
  ['no-key', reasonsOf({ key: null })],
  ['key-not-ready', reasonsOf({ keyReady: false })],
  ['no-coordinator', reasonsOf({ coordinators: [] })],
  ['not-read', reasonsOf({ readAt: null })],
  ['not-read', reasonsOf({ readAt: now.subtract({ hours: 24 }) })],
  ['not-covered', reasonsOf({ coveredUntil: null })],
  ['not-covered', reasonsOf({ coveredUntil: at('2026-12-02T09:59') })],
])('one thing missing closes it, and is said: %s', (reason, reasons) => expect(reasons).toEqual([reason]))

test('retention that nobody decided closes it, each kind by itself', () => {
  expect(without('retention')).toEqual(['retention-concerns', 'retention-attendances', 'retention-audit'])
})

test('the made-up county may be open without being adopted', () => {
  expect(withPartnership({ adopted: null, made_up: true })).toEqual([])
})

test('24 hours after the inbox was last opened it closes, over Easter 2027 too, whatever the clocks do', () => {
  const covered = { coveredUntil: at('2027-03-31T10:00') }
  const opened = { ...covered, readAt: at('2027-03-25T17:00') }
  expect(reasonsOf(opened, at('2027-03-26T16:59'))).toEqual([])
  expect(reasonsOf(opened, at('2027-03-26T17:00'))).toEqual(['not-read'])
  expect(reasonsOf(opened, at('2027-03-28T12:00'))).toEqual(['not-read'])
  // In the night to Sunday an hour is left out: 24 hours after 5pm on Saturday it is 6pm.
  const onSaturday = { ...covered, readAt: at('2027-03-27T17:00') }
  expect(reasonsOf(onSaturday, at('2027-03-28T17:59'))).toEqual([])
  expect(reasonsOf(onSaturday, at('2027-03-28T18:00'))).toEqual(['not-read'])
  // Someone on call until Monday is not enough for what is read on Tuesday.
  expect(reasonsOf({ ...onSaturday, coveredUntil: at('2027-03-29T20:00') }, at('2027-03-28T12:00'))).toEqual(['not-covered'])
})

test('a reader is left unless every coordinator works for a partner that is kept out', () => {
  expect(leavesReader(['a', 'b'], ['a'])).toBe(true)
  expect(leavesReader(['a', 'b'], ['b', 'a', 'c'])).toBe(false)
  expect(leavesReader([], [])).toBe(false)
})
