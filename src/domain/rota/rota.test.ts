import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashes, type Leave, taken } from './clashes.ts'
import { gaps, onDay } from './gaps.ts'
import { ladder } from './ladder.ts'
import { shiftOn } from './nights.ts'
import { covers, overlap, type Shift, type Span } from './shift.ts'

const london = 'Europe/London'
const start = Temporal.Instant.from('2026-12-01T00:00Z')
const at = (hours: number) => start.add({ hours })
const shift = (from: number, to: number, more: Partial<Shift> = {}): Shift => ({
  id: `${from}`,
  person: 'asha',
  rung: 1,
  answer: 'agreed',
  starts: at(from),
  ends: at(to),
  ...more,
})
const anyShift = fc
  .record({
    from: fc.integer({ min: -30, max: 340 }),
    length: fc.integer({ min: 1, max: 60 }),
    rung: fc.constantFrom<Shift['rung']>(1, 2),
    answer: fc.constantFrom<Shift['answer']>('agreed', 'refused', null),
    person: fc.constantFrom('asha', 'nell'),
  })
  .map(({ from, length, ...more }) => shift(from, from + length, more))

/** Wall clock of London without any library of time: the last Sundays of March and October, at 1am GMT (Summer Time Order 2002). */
const summer = (utc: number): boolean => {
  const year = new Date(utc).getUTCFullYear()
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0))
    return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1)
  }
  return utc >= lastSunday(2) && utc < lastSunday(9)
}
const wall = (utc: number): string => new Date(utc + (summer(utc) ? 3_600_000 : 0)).toISOString().slice(0, 16)

test('a night lasts from its time on the clock to the next, whatever the clocks do meanwhile', () => {
  const days = fc.integer({ min: 0, max: 3650 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }))
  // Around the changes too, which chance alone would seldom meet.
  const changes = fc
    .constantFrom('2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2027-03-27', '2027-10-30')
    .map(Temporal.PlainDate.from)
  const outside = (time: Temporal.PlainTime) => time.hour > 2 || time.hour === 0
  const times = fc
    .integer({ min: 0, max: 95 })
    .map((quarter) => new Temporal.PlainTime(Math.floor(quarter / 4), (quarter % 4) * 15))
    .filter(outside)
  fc.assert(
    fc.property(fc.oneof(days, changes), times, times, (day, from, to) => {
      const span = shiftOn(day, from, to, london)
      const last = String(to) > String(from) ? day : day.add({ days: 1 })
      expect(span && [wall(span.starts.epochMilliseconds), wall(span.ends.epochMilliseconds)]).toEqual([
        `${day}T${String(from).slice(0, 5)}`,
        `${last}T${String(to).slice(0, 5)}`,
      ])
    }),
  )
})

test.each([
  ['2026-03-28', 13.5],
  ['2026-10-24', 15.5],
  ['2026-12-01', 14.5],
])('the night of %s, from 5:30pm to 8am, has %s hours', (day, hours) => {
  const night = shiftOn(Temporal.PlainDate.from(day), Temporal.PlainTime.from('17:30'), Temporal.PlainTime.from('08:00'), london)
  expect(night?.starts.until(night.ends).total('hours')).toBe(hours)
})

test('where the clocks go forward over a whole shift, there is none', () => {
  const span = (from: string, to: string) =>
    shiftOn(Temporal.PlainDate.from('2027-03-28'), Temporal.PlainTime.from(from), Temporal.PlainTime.from(to), london)
  expect(span('01:59', '02:00')).toBeNull()
  expect(span('01:00', '02:00')).toBeNull()
  expect(span('00:30', '02:00')?.ends.toString()).toBe('2027-03-28T01:00:00Z')
})

test('gaps: each hour is in one unless somebody on the first rung has agreed to it, and none touches the next of its kind', () => {
  const within = { starts: at(0), ends: at(336) }
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 12 }), (shifts) => {
      const found = gaps(shifts, within)
      for (let hour = 0; hour < 336; hour += 1) {
        const there = shifts.filter(({ rung, answer, ...span }) => rung === 1 && answer !== 'refused' && covers(span, at(hour)))
        const kind = there.some(({ answer }) => answer === 'agreed') ? null : there.length ? 'asked' : 'nobody'
        expect(found.filter((gap) => covers(gap, at(hour))).map((gap) => gap.kind)).toEqual(kind ? [kind] : [])
      }
      for (const [n, gap] of found.slice(1).entries()) expect(found[n]?.kind === gap.kind && found[n]?.ends.equals(gap.starts)).toBe(false)
    }),
  )
})

test('a gap cut at midnights is the same time', () => {
  const days = Array.from({ length: 16 }, (_, days) => Temporal.PlainDate.from('2026-10-20').add({ days }))
  const from = Temporal.Instant.from('2026-10-20T12:00Z')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 130 }), (after, hours) => {
      const gap: Span = { starts: from.add({ hours: after }), ends: from.add({ hours: after + hours }) }
      const parts = days.flatMap((day) => onDay(gap, day, london) ?? [])
      expect(parts.reduce((sum, part) => sum + part.starts.until(part.ends).total('hours'), 0)).toBe(hours)
    }),
  )
})

test('the ladder: whoever has agreed is called, the first rung before the second, else the police', () => {
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 8 }), fc.integer({ min: 0, max: 340 }), (shifts, hour) => {
      const { rungs, first } = ladder(shifts, at(hour))
      const agreed = (rung: number) => shifts.some((one) => one.rung === rung && one.answer === 'agreed' && covers(one, at(hour)))
      expect(first).toBe(agreed(1) ? 1 : agreed(2) ? 2 : 'police')
      for (const { rung, standing, shift } of rungs) {
        expect(standing === 'agreed').toBe(agreed(rung))
        expect(shift === null || covers(shift, at(hour))).toBe(true)
        expect(shift === null).toBe(standing === 'nobody')
      }
    }),
  )
  expect(ladder([shift(0, 2, { answer: 'refused' }), shift(0, 2, { answer: null, person: 'nell' })], at(1)).rungs[0]?.shift?.person).toBe(
    'nell',
  )
  // At its end a shift is over; at its beginning it has begun.
  expect([ladder([shift(0, 2)], at(2)).first, ladder([shift(2, 4)], at(2)).first]).toEqual(['police', 1])
})

const leave = (first: string, last = first, person = 'asha'): Leave => ({
  id: first,
  person,
  first: Temporal.PlainDate.from(first),
  last: Temporal.PlainDate.from(last),
})
const night = (day: string) =>
  shiftOn(Temporal.PlainDate.from(day), new Temporal.PlainTime(17, 30), new Temporal.PlainTime(8), london) as Span

test('a night that ends on the first day of a leave clashes with it; one that begins when it is over does not', () => {
  const away = { shifts: [], leaves: [leave('2026-12-05', '2026-12-06')], timeZone: london }
  const days = ['2026-12-03', '2026-12-04', '2026-12-06', '2026-12-07']
  expect(days.map((day) => clashes('asha', [night(day)], away).length)).toEqual([0, 1, 1, 0])
  expect(clashes('nell', [night('2026-12-05')], away)).toEqual([])
})

test('nobody is on call twice at once; what was refused, or is another’s, is no hindrance', () => {
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 8 }), fc.array(anyShift, { maxLength: 4 }), (shifts, times) => {
      const found = clashes('asha', times, { shifts, leaves: [], timeZone: london })
      const own = shifts.filter(({ person, answer }) => person === 'asha' && answer !== 'refused')
      expect(found.map(({ time }) => time)).toEqual(times.filter((time) => own.some((one) => overlap(one, time))))
      const others = taken(1, times, shifts)
      expect(others.every(({ rung, answer }) => rung === 1 && answer !== 'refused')).toBe(true)
    }),
  )
})
