import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beacon, london, row, service } from './fixtures.ts'
import { timelessState } from './timeless.ts'

const at = (of: Parameters<typeof timelessState>[0], text: string) => timelessState(of, Temporal.Instant.from(text), london)

test('hours of a week are the same at every minute, holidays and clock changes included', () => {
  const weekly = service({ schedule: [row({ days: ['mon', 'fri'], opens: '22:00', closes: '06:00', bank_holidays: 'unknown' })] })
  const start = Date.UTC(2026, 0, 1)
  const expected = { state: 'unknown', reason: 'hours', sure: false, until: null, opens: null, sureUntil: null }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * 1440 }), (minutes) => {
      const now = Temporal.Instant.fromEpochMilliseconds(start + minutes * 60_000)
      expect(timelessState(weekly, now, london)).toMatchObject(expected)
    }),
  )
})

test('what is open at all hours stays so, and what has no hours stays unknown', () => {
  expect(at(service(), '2026-12-25T12:00:00Z')).toMatchObject({ state: 'always', sure: true })
  expect(at(service({ schedule: 'unknown' }), '2026-12-25T12:00:00Z')).toMatchObject({ state: 'unknown', reason: 'no-schedule' })
  expect(at(beacon, '2026-12-25T12:00:00Z')).toMatchObject({ state: 'unknown', reason: 'history-only', numberConfirmed: false })
})

test('past its review a line is no longer said to be open at all hours', () => {
  expect(at(service({ review: '2026-12-24' }), '2026-12-25T12:00:00Z')).toMatchObject({ state: 'unknown', reason: 'hours' })
})

test('a line that is shut for a time has its hours; a body that has ended is closed', () => {
  const shut = { from: '2026-12-24', to: '2026-12-28', note: 'x', source: 'a test', source_date: '2026-12-01' }
  expect(at(service({ closures: [shut] }), '2026-12-25T12:00:00Z')).toMatchObject({ state: 'unknown', reason: 'hours' })
  expect(at(service({ valid_to: '2026-12-24' }), '2026-12-25T12:00:00Z')).toMatchObject({ state: 'closed', reason: 'ended' })
})
