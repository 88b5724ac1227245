import fc from 'fast-check'
import { expect, test } from 'vitest'
import { london } from '../services/fixtures.ts'
import { isWorkingDay } from '../time/calendar.ts'
import { datesOf, nextDate, occurrenceIn, postFrom, workingDaysFrom } from './dates.ts'
import { madeUp, shippedDay, weekly } from './fixtures.ts'

const date = Temporal.PlainDate.from
const world = shippedDay('world-day-against-trafficking')
const anti = shippedDay('anti-slavery-day')
const said = (day: typeof world, from: string, to: string) =>
  datesOf(day, date(from), date(to)).map((o) => `${o.from}${o.to.equals(o.from) ? '' : ` ${o.to}`}`)
const next = (day: typeof world, today: string) => nextDate(day, date(today))?.from.toString() ?? null

/** The dates as the compiled list of 24 November 2026 gives them, year by year. */
const years = Array.from({ length: 12 }, (_, i) => 2017 + i)
test.each([
  [world, '07-30'],
  [anti, '10-18'],
])('a fixed day is on its date every year', (day, at) => {
  expect(said(day, '2017-01-01', '2028-12-31')).toEqual(years.map((year) => `${year}-${at}`))
})

test('both ends of the range count', () => {
  expect(said(world, '2027-07-30', '2027-07-30')).toEqual(['2027-07-30'])
  expect(said(world, '2027-07-31', '2028-07-29')).toEqual([])
  expect(said(world, '2027-07-30', '2028-07-30')).toEqual(['2027-07-30', '2028-07-30'])
  expect(said(world, '2028-07-30', '2027-07-30')).toEqual([])
})

test('it is not dated back to before it was first kept', () => {
  expect(said(world, '2000-01-01', '2015-12-31')).toEqual(['2014-07-30', '2015-07-30'])
  expect(occurrenceIn(anti, 2009)).toBe(null)
  expect(occurrenceIn(anti, 2010)?.from.toString()).toBe('2010-10-18')
})

test('where the first year is unknown, the year of the source is the first that is vouched for', () => {
  expect(said(madeUp({ first_year: 'unknown', source_date: '2025-03' }), '2000-01-01', '2026-12-31')).toEqual(['2025-02-28', '2026-02-28'])
  expect(said(madeUp({ first_year: 'unknown', source_date: 'unknown' }), '2024-01-01', '2027-12-31')).toEqual(['2026-02-28', '2027-02-28'])
})

test('weeks are those that their organiser chose, and no others', () => {
  expect(said(weekly, '2020-01-01', '2030-12-31')).toEqual(['2024-11-18 2024-11-24', '2027-11-22 2027-11-26'])
  // A week that has begun, or that begins on the last day, still counts.
  expect(said(weekly, '2024-11-24', '2024-11-30')).toEqual(['2024-11-18 2024-11-24'])
  expect(said(weekly, '2024-11-25', '2027-11-22')).toEqual(['2027-11-22 2027-11-26'])
})

test.each([
  ['2026-11-24', '2027-07-30', 'after this year’s'],
  ['2027-07-29', '2027-07-30', 'the day before'],
  ['2027-07-30', '2027-07-30', 'the day itself'],
  ['2027-07-31', '2028-07-30', 'the day after'],
  ['2000-01-01', '2014-07-30', 'long before it was first kept'],
])('on %s the next World Day is %s (%s)', (today, expected) => expect(next(world, today)).toBe(expected))

test('the next week is the one that is on, or the next that is known; else nobody knows', () => {
  expect(next(weekly, '2024-11-20')).toBe('2024-11-18')
  expect(next(weekly, '2024-11-25')).toBe('2027-11-22')
  expect(next(weekly, '2027-11-27')).toBe(null)
  expect(next({ ...weekly, weeks: [] }, '2024-11-20')).toBe(null)
})

test.each<[string, string | null, string]>([
  ['2027-07-30', '2027-07-30', 'a Friday'],
  ['2028-07-30', '2028-07-28', 'a Sunday: the Friday before'],
  ['2026-10-18', '2026-10-16', 'a Sunday'],
  ['2025-10-18', '2025-10-17', 'a Saturday'],
  ['2026-12-26', '2026-12-24', 'Boxing Day on a Saturday, after Christmas Day on a Friday'],
  ['2027-05-03', '2027-04-30', 'a bank holiday on a Monday'],
  ['2029-07-30', null, 'a Monday that the calendar does not cover'],
  ['2033-07-30', null, 'a Saturday: the Friday before it is not covered'],
  ['2029-01-06', null, 'a Saturday after the cover, the working days before it not known'],
  ['2028-12-31', '2028-12-29', 'the last day covered, a Sunday'],
  ['2029-01-01', null, 'the day after the cover: the Friday before it would be a guess'],
])('posts for %s may go out from %s (%s)', (day, expected) => {
  expect(postFrom(london, date(day))?.toString() ?? null).toBe(expected)
})

test.each<[string, number, string | null]>([
  ['2027-07-30', 0, '2027-07-30'],
  ['2028-07-30', 0, '2028-07-30'],
  ['2027-07-30', -1, '2027-07-29'],
  ['2027-07-30', -5, '2027-07-23'],
  ['2027-07-30', -7, '2027-07-21'],
  ['2027-07-30', 1, '2027-08-02'],
  ['2027-07-30', 5, '2027-08-06'],
  ['2028-07-30', -1, '2028-07-28'],
  ['2028-07-30', 1, '2028-07-31'],
  // Over Easter 2027: Good Friday 26 and Monday 29 March.
  ['2027-03-30', -1, '2027-03-25'],
  ['2027-03-25', 1, '2027-03-30'],
  ['2029-07-30', 0, '2029-07-30'],
  ['2029-07-30', -1, null],
  ['2028-12-29', 1, null],
  ['2017-01-03', -1, null],
])('from %s, %i working days: %s', (day, count, expected) => {
  expect(workingDaysFrom(london, date(day), count)?.toString() ?? null).toBe(expected)
})

const anyDate = fc.integer({ min: 0, max: 6000 }).map((days) => date('2015-01-01').add({ days }))

test('a date that is given is a working day, with so many working days up to it, and no day without an answer on the way', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 15 }), fc.boolean(), (from, count, back) => {
      const to = workingDaysFrom(london, from, back ? -count : count)
      const way: (boolean | null)[] = []
      for (let at = from, left = count; left > 0; ) {
        at = at.add({ days: back ? -1 : 1 })
        const working = isWorkingDay(london, at)
        way.push(working)
        if (working !== false) left -= 1
        if (working === null) break
      }
      if (way.includes(null)) expect(to).toBe(null)
      else {
        expect(to && isWorkingDay(london, to)).toBe(true)
        expect(Math.abs(from.until(to ?? from).days)).toBe(way.length)
      }
    }),
  )
})

test('posts never go out after the date, nor on a day that is no working day', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      const from = postFrom(london, day)
      if (!from) return
      expect(Temporal.PlainDate.compare(from, day)).toBeLessThanOrEqual(0)
      expect(isWorkingDay(london, from)).toBe(true)
    }),
  )
})
