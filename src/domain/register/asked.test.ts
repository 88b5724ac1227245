import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedNext, askedNow, timesOf, toSend } from './asked.ts'
import type { RegisterRules } from './register.ts'

const timezone = 'Europe/London'
const rulesOf = (lengths: { later?: string; half?: string }): RegisterRules => [
  ...(lengths.later ? [{ id: 'evaluation-later' as const, length: lengths.later, reason: '-' }] : []),
  ...(lengths.half ? [{ id: 'evaluation-half-year' as const, length: lengths.half, reason: '-' }] : []),
]
const length = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom('months', 'weeks', 'days'))
  .map(([n, unit]) => `${n} ${n === 1 ? unit.slice(0, -1) : unit}`)
const someRules = fc.record({ later: length, half: length }, { requiredKeys: [] }).map(rulesOf)
const instant = fc.integer({ min: 0, max: 3 * 366 * 24 }).map((hours) => Temporal.Instant.from('2025-01-01T00:00:00Z').add({ hours }))
const someEvent = instant.map((starts) => ({ state: 'planned' as const, starts, ends: starts.add({ hours: 2 }) }))
const usual = { rules: rulesOf({ later: '3 months', half: '6 months' }), timezone }

test.each([
  ['2026-01-31T10:00', null],
  ['2026-01-31T11:00', 'after'],
  ['2026-02-14T12:59', 'after'],
  ['2026-02-14T13:00', null],
  // Three months after the end of January are the end of April, by the clock of that day.
  ['2026-04-30T12:59', null],
  ['2026-04-30T13:00', 'later'],
  ['2026-07-30T13:00', 'later'],
  ['2026-07-31T13:00', 'half-year'],
  ['2026-10-31T12:59', 'half-year'],
  ['2026-10-31T13:00', null],
])('of an event on 31 January: at %s it is %s', (at, asked) => {
  const zoned = (text: string) => Temporal.ZonedDateTime.from(`${text}[${timezone}]`).toInstant()
  const event = { state: 'planned' as const, starts: zoned('2026-01-31T11:00'), ends: zoned('2026-01-31T13:00') }
  expect(askedNow(event, usual, zoned(at))).toBe(asked)
  expect(askedNow({ ...event, state: 'cancelled' }, usual, zoned(at))).toBe(null)
})

test('times come one after the other; where none is, the next one is said, and it is one when it comes', () =>
  fc.assert(
    fc.property(someEvent, someRules, instant, (event, rules, now) => {
      const by = { rules, timezone }
      const times = timesOf(event, by)
      for (const [n, { opens, closes }] of times.entries()) {
        const next = times[n + 1]
        if (next) expect(Temporal.Instant.compare(closes, next.opens)).toBeLessThanOrEqual(0)
        if (Temporal.Instant.compare(opens, closes) < 0) expect(askedNow(event, by, opens)).toBe(times[n]?.asked)
      }
      const next = askedNext(event, by, now)
      if (next) expect(times.map(({ opens }) => opens.epochMilliseconds)).toContain(next.epochMilliseconds)
      else expect(times.every(({ opens }) => Temporal.Instant.compare(opens, now) <= 0)).toBe(true)
    }),
  ))

test('an address is sent while its time is open: nobody is sent to a form that is closed', () =>
  fc.assert(
    fc.property(
      someEvent,
      length,
      fc.constantFrom('later' as const, 'half-year' as const),
      fc.integer({ min: 0, max: 500 }),
      (event, of, asked, days) => {
        const rules = rulesOf(asked === 'later' ? { later: of } : { half: of })
        const now = event.ends.toZonedDateTimeISO(timezone).add({ days })
        const ended = toSend(asked, rules, now)
        const sent =
          ended && Temporal.Instant.compare(event.ends, ended.after) > 0 && Temporal.Instant.compare(event.ends, ended.until) <= 0
        if (sent) expect(askedNow(event, { rules, timezone }, now.toInstant())).toBe(asked)
      },
    ),
  ))
