import fc from 'fast-check'
import { expect, test } from 'vitest'
import { watchedClock } from './watched-clock.ts'

const start = Date.UTC(2026, 10, 24, 8)

/** Reads a clock after each pair: so many ms of the machine passed, and the clock was moved by so many beside. */
const lines = (moves: readonly (readonly [passed: number, moved: number])[]): string[] => {
  const told: string[] = []
  let [wall, even] = [start, 0]
  const read = watchedClock(
    () => Temporal.Instant.fromEpochMilliseconds(wall),
    () => even,
    (line) => told.push(line),
  )
  for (const [passed, moved] of moves) {
    even += passed
    wall += passed + moved
    expect(read().epochMilliseconds).toBe(wall)
  }
  return told
}

test('a clock that goes evenly, or is moved slowly, is not told of', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 1e9 }), fc.integer({ min: -500, max: 500 }))), (moves) => {
      const slow = moves.map(([passed, parts]) => [passed, Math.round((passed * parts) / 1e6)] as const)
      expect(lines(slow)).toEqual([])
    }),
  )
})

test('each step, forwards or backwards, is one line with both times', () => {
  const hour = 3_600_000
  expect(
    lines([
      [1000, 1.5 * hour],
      [2000, 0],
      [3000, -1.5 * hour],
      [60_000, 0],
    ]),
  ).toEqual([
    expect.stringContaining('from 2026-11-24T08:00:00Z to 2026-11-24T09:30:01Z within 1 s'),
    expect.stringContaining('from 2026-11-24T09:30:03Z to 2026-11-24T08:00:06Z within 3 s'),
  ])
  fc.assert(
    fc.property(fc.nat({ max: 600_000 }), fc.integer({ min: 3000, max: 1e9 }), fc.constantFrom(1, -1), (passed, size, way) => {
      const told = lines([[passed, way * size]])
      expect(told.length).toBe(1)
      expect(told[0]).not.toContain('\n')
    }),
  )
})
