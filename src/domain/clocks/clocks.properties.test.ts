import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '../services/fixtures.ts'
import { countsAsHoliday } from '../time/calendar.ts'
import { count } from './count.ts'
import { clocksIn, nations, regionOf, shipped } from './fixtures.ts'

const start = Temporal.PlainDate.from('2018-01-01')
const day = fc.integer({ min: 0, max: 3800 }).map((days) => start.add({ days }))
const nation = fc.constantFrom(...nations)
const compare = Temporal.PlainDate.compare
const working = { unit: 'working-days', day_one: 'next-day', moves: false } as const

test('working days: as many lie between first and last as were asked for, and all others are named', () => {
  fc.assert(
    fc.property(day, nation, fc.integer({ min: 1, max: 40 }), (from, region, length) => {
      const calendar = calendarOf(regionOf(region))
      const { first, last, skipped } = count({ ...working, length }, from, calendar)
      if (!first || !last) return
      // Counted apart: weekends by the day of the week, holidays by the list of the region.
      const plain = (d: Temporal.PlainDate) => d.dayOfWeek < 6 && !(countsAsHoliday(calendar, d) && calendar.holidays.has(String(d)))
      let found = 0
      for (let d = from.add({ days: 1 }); compare(d, last) <= 0; d = d.add({ days: 1 })) found += plain(d) ? 1 : 0
      expect(found).toBe(length)
      expect([plain(first), plain(last)]).toEqual([true, true])
      expect(from.until(last, { largestUnit: 'day' }).days).toBe(length + skipped.length)
    }),
  )
})

test('a later fact is never due sooner, and more days never end earlier', () => {
  const units = fc.constantFrom(working, { ...working, unit: 'days' as const }, {
    unit: 'months',
    day_one: 'same-day',
    moves: true,
  } as const)
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 60 }),
      nation,
      fc.integer({ min: 1, max: 60 }),
      units,
      (from, later, region, length, unit) => {
        const calendar = calendarOf(regionOf(region))
        const rule = { ...unit, length: unit.unit === 'months' ? 1 : length }
        const [a, b, more] = [
          count(rule, from, calendar),
          count(rule, from.add({ days: later }), calendar),
          count({ ...rule, length: rule.length + 1 }, from, calendar),
        ]
        if (a.last && b.last) expect(compare(a.last, b.last)).toBeLessThanOrEqual(0)
        if (a.last && more.last && unit.unit !== 'months') expect(compare(a.last, more.last)).toBeLessThan(0)
        if (a.first && a.last) expect(compare(a.first, a.last)).toBeLessThanOrEqual(0)
      },
    ),
  )
})

test('a month and no days moved: the last day is a working day, at most the length of a month and a holiday away', () => {
  fc.assert(
    fc.property(day, nation, (from, region) => {
      const { last } = count({ unit: 'months', length: 1, day_one: 'same-day', moves: true }, from, calendarOf(regionOf(region)))
      if (!last) return
      expect(last.dayOfWeek).toBeLessThan(6)
      const away = from.until(last, { largestUnit: 'day' }).days
      expect(away).toBeGreaterThanOrEqual(28)
      expect(away).toBeLessThanOrEqual(36)
    }),
  )
})

test('every clock of every case: each state is what its last day makes it, and a deadline that was met is never late', () => {
  const events = shipped.events.map(({ id }) => id)
  const happened = fc.uniqueArray(fc.tuple(fc.constantFrom(...events), day), { selector: ([id]) => id, minLength: 1, maxLength: 17 })
  fc.assert(
    fc.property(happened, nation, day, (facts, region, today) => {
      const all = Object.fromEntries(facts.map(([id, on]) => [id, String(on)]))
      for (const clock of clocksIn(region, all, String(today))) {
        if (clock.rule === null) continue
        /** Has it happened by today, on or after the fact? */
        const met = (id: string): boolean => all[id] !== undefined && all[id] >= String(clock.from) && all[id] <= String(today)
        const { rule, last, state, from, rival } = clock
        if (last) expect(compare(from, last)).toBeLessThanOrEqual(0)
        expect(rule.nations ?? [region]).toContain(region)
        expect(rule.valid_from === null || rule.valid_from <= String(from)).toBe(true)
        expect(rule.valid_to === null || String(from) <= rule.valid_to).toBe(true)
        if (rival) expect([rule.rival, rival.rule.rival]).toEqual([rival.rule.id, rule.id])
        expect(state.is === 'if').toBe(compare(from, today) > 0)
        if (state.is === 'if') continue
        expect(state.is === 'no-limit').toBe(rule.length === null && !rule.met_by.some(met))
        if (state.is === 'late') expect(rule.kind).toBe('deadline')
        if (state.is === 'open' && last) expect(compare(today, last)).toBeLessThanOrEqual(0)
        if ((state.is === 'passed' || state.is === 'coming') && last)
          expect(Math.sign(compare(today, last))).toBe(state.is === 'passed' ? 1 : -1)
        if (state.is === 'due' && last) expect(compare(today, last)).toBeLessThanOrEqual(0)
        if (state.is === 'late' && last) expect(compare(today, last)).toBeGreaterThan(0)
        if (rule.kind === 'deadline' || rule.kind === 'limit') expect(state.is === 'done').toBe(rule.met_by.some(met))
      }
    }),
  )
})

/** Counted apart: the same date some months on, or the last day that the month has. */
const monthsOn = (from: Temporal.PlainDate, months: number): string => {
  const month = from.toPlainYearMonth().add({ months })
  return `${month}-${String(Math.min(from.day, month.daysInMonth)).padStart(2, '0')}`
}

test('months end on the same date or with the month, whether or not the day itself counts; the first day alone differs', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 24 }), (from, length) => {
      const [same, next] = (['same-day', 'next-day'] as const).map((day_one) =>
        count({ unit: 'months', length, day_one, moves: false }, from, calendarOf('scotland')),
      )
      expect([String(same?.last), String(next?.last)]).toEqual([monthsOn(from, length), monthsOn(from, length)])
      expect([same?.first?.equals(from), next?.first?.equals(from.add({ days: 1 }))]).toEqual([true, true])
      expect(same?.shortMonth).toBe(same?.last?.day !== from.day)
    }),
  )
})

test('on the day that is given the person is 18, and on the day before 17', () => {
  const leapDay = fc.integer({ min: 476, max: 505 }).map((fours) => new Temporal.PlainDate(4 * fours, 2, 29))
  fc.assert(
    fc.property(fc.oneof(day, leapDay), (born) => {
      const { last } = count({ unit: 'years', length: 18, day_one: 'same-day', moves: false }, born, calendarOf('scotland'))
      const age = (on: Temporal.PlainDate) => on.year - born.year - (on.month * 100 + on.day < born.month * 100 + born.day ? 1 : 0)
      expect([last && age(last), last && age(last.subtract({ days: 1 }))]).toEqual([18, 17])
    }),
  )
})

test('a limit that nobody knows has no days, and what is planned moves no clock of what has happened', () => {
  const decisions = ['positive-first-decision', 'negative-first-decision', 'positive-second-decision', 'negative-second-decision']
  const facts = fc.uniqueArray(fc.tuple(fc.constantFrom(...decisions, 'referral', 'asked-to-look-again'), day), { selector: ([id]) => id })
  fc.assert(
    fc.property(facts, fc.constantFrom(...nations), day, (all, nation, today) => {
      const asText = (rows: typeof all) => Object.fromEntries(rows.map(([id, on]) => [id, String(on)]))
      const running = (rows: typeof all) =>
        clocksIn(nation, asText(rows), String(today)).flatMap((c) =>
          c.rule && c.state.is !== 'if' ? [[c.rule.id, c.event, JSON.stringify(c.state), String(c.last), c.open, c.through]] : [],
        )
      expect(running(all)).toEqual(running(all.filter(([, on]) => compare(on, today) <= 0)))
      for (const c of clocksIn(nation, asText(all), String(today)))
        if (c.rule !== null && c.rule.length === null) expect([c.last, c.count.first, c.count.skipped]).toEqual([null, null, []])
    }),
  )
})
