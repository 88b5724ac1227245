import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '../services/fixtures.ts'
import { countsAsHoliday } from '../time/calendar.ts'
import { count } from './count.ts'
import { clocksIn, nations, shipped } from './fixtures.ts'

const start = Temporal.PlainDate.from('2018-01-01')
const day = fc.integer({ min: 0, max: 3800 }).map((days) => start.add({ days }))
const nation = fc.constantFrom(...nations)
const compare = Temporal.PlainDate.compare
const working = { unit: 'working-days', day_one: 'next-day', moves: false } as const

test('working days: as many lie between first and last as were asked for, and all others are named', () => {
  fc.assert(
    fc.property(day, nation, fc.integer({ min: 1, max: 40 }), (from, region, length) => {
      const calendar = calendarOf(region)
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
    unit: 'month',
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
        const calendar = calendarOf(region)
        const rule = { ...unit, length: unit.unit === 'month' ? 1 : length }
        const [a, b, more] = [
          count(rule, from, calendar),
          count(rule, from.add({ days: later }), calendar),
          count({ ...rule, length: rule.length + 1 }, from, calendar),
        ]
        if (a.last && b.last) expect(compare(a.last, b.last)).toBeLessThanOrEqual(0)
        if (a.last && more.last && unit.unit !== 'month') expect(compare(a.last, more.last)).toBeLessThan(0)
        if (a.first && a.last) expect(compare(a.first, a.last)).toBeLessThanOrEqual(0)
      },
    ),
  )
})

test('a month and no days moved: the last day is a working day, at most the length of a month and a holiday away', () => {
  fc.assert(
    fc.property(day, nation, (from, region) => {
      const { last } = count({ unit: 'month', length: 1, day_one: 'same-day', moves: true }, from, calendarOf(region))
      if (!last) return
      expect(last.dayOfWeek).toBeLessThan(6)
      const away = from.until(last, { largestUnit: 'day' }).days
      expect(away).toBeGreaterThanOrEqual(28)
      expect(away).toBeLessThanOrEqual(36)
    }),
  )
})

test('every clock of every case: due and late change once, at the last day, and a deadline that was met is never late', () => {
  const events = shipped.events.map(({ id }) => id)
  const happened = fc.uniqueArray(fc.tuple(fc.constantFrom(...events), day), { selector: ([id]) => id, minLength: 1, maxLength: 11 })
  fc.assert(
    fc.property(happened, nation, day, (facts, region, today) => {
      const all = Object.fromEntries(facts.map(([id, on]) => [id, String(on)]))
      for (const clock of clocksIn(region, all, String(today))) {
        if (clock.rule === null) continue
        const { rule, last, state, from } = clock
        if (last) expect(compare(from, last)).toBeLessThanOrEqual(0)
        if (state.is === 'due' && last) expect(compare(today, last)).toBeLessThanOrEqual(0)
        if (state.is === 'late' && last) expect(compare(today, last)).toBeGreaterThan(0)
        const met = rule.met_by.some((id) => all[id] !== undefined && all[id] >= String(from))
        if (rule.kind === 'deadline') expect(state.is === 'done').toBe(met)
        expect(rule.nations ?? [region]).toContain(region)
        expect(rule.valid_from === null || rule.valid_from <= String(from)).toBe(true)
        expect(rule.valid_to === null || String(from) <= rule.valid_to).toBe(true)
      }
    }),
  )
})
