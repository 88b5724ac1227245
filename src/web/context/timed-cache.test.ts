import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, isValid, minuteOf, since, type Validity } from '../../domain/time/validity.ts'
import { timedCache } from './timed-cache.ts'

const at = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms)
/** Around the night in which London's clocks go back: days of 25 hours, and minutes on both sides of zero. */
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 9, 24), max: Date.UTC(2026, 9, 27) }),
  fc.integer({ min: -200_000, max: 200_000 }),
)

/** What was so at an instant in words, and how long that holds. */
const ways: readonly ((now: Temporal.Instant) => { value: string; valid: Validity })[] = [
  (now) => ({ value: now.toString({ smallestUnit: 'minute' }), valid: minuteOf(now) }),
  (now) => ({ value: String(now.toZonedDateTimeISO('Europe/London').toPlainDate()), valid: dayOf(now, 'Europe/London') }),
  (now) => {
    const noon = Temporal.Instant.from('2026-10-25T12:00Z')
    const after = Temporal.Instant.compare(now, noon) >= 0
    return { value: after ? 'afternoon' : 'morning', valid: since(now, after ? null : noon) }
  },
]

test('whatever the clock does, what is kept is what would be made anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(instant, fc.nat({ max: ways.length - 1 })), { maxLength: 40 }),
      fc.constantFrom(1, 2, 99),
      (asked, most) => {
        const kept = timedCache<string>(most)
        for (const [ms, way] of asked) {
          const make = ways[way] ?? expect.fail()
          expect(kept.of(String(way), at(ms), () => make(at(ms)))).toBe(make(at(ms)).value)
        }
      },
    ),
  )
})

test('the instant of an end is no longer of it, that of the beginning is', () => {
  for (const valid of [minuteOf(at(Date.UTC(2026, 9, 25, 3, 4, 5))), dayOf(at(Date.UTC(2026, 9, 25, 3)), 'Europe/London')])
    expect([valid.from - 1, valid.from, valid.until - 1, valid.until].map((ms) => isValid(valid, ms))).toEqual([false, true, true, false])
  const { from, until } = dayOf(at(Date.UTC(2026, 9, 25, 3)), 'Europe/London')
  expect((until - from) / 3_600_000).toBe(25)
})

test('of more than may be kept the first one makes room', () => {
  const kept = timedCache<number>(2)
  const ever = { from: 0, until: 9 }
  for (const [name, value] of [
    ['a', 1],
    ['b', 2],
    ['b', 3],
    ['c', 4],
  ] as const)
    kept.put(name, value, ever)
  expect(['a', 'b', 'c'].map((name) => kept.get(name, 1))).toEqual([undefined, 3, 4])
})
