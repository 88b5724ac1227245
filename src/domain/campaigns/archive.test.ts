import { expect, test } from 'vitest'
import { archiveOf, themeOf } from './archive.ts'
import { madeUpEvent, madeUpMain, shippedDays, shippedHistory, weekly } from './fixtures.ts'

const date = Temporal.PlainDate.from
const history = [
  madeUpEvent({ id: 'second', date: '2018-08-02' }),
  madeUpEvent({ id: 'first', date: '2018-07-30' }),
  madeUpEvent({ id: 'without-theme', date: '2022-07-30' }),
  madeUpEvent({ id: 'elsewhere', day: 'made-up-week', date: '2018-11-19' }),
  madeUpEvent({ id: 'of-its-own', day: null, date: '2018-05-21' }),
  madeUpEvent({ id: 'to-come', date: '2027-07-30' }),
]
const archive = (today: string, day = madeUpMain as Parameters<typeof archiveOf>[0]) => archiveOf(day, history, date(today))
const years = (...given: Parameters<typeof archive>) => archive(...given).map((y) => y.year)

test('past years, newest first, each with its theme and what was done; nothing of other days', () => {
  expect(archive('2026-11-24').map((y) => [y.year, y.date?.from.toString(), y.theme?.text ?? null, y.events.map((e) => e.id)])).toEqual([
    [2026, '2026-07-30', null, []],
    [2022, '2022-07-30', null, ['without-theme']],
    [2019, '2019-07-30', 'Of 2019', []],
    [2018, '2018-07-30', 'Of 2018', ['first', 'second']],
    [2017, '2017-07-30', null, []],
  ])
})

test('a theme that is unknown, or not on record, is none', () => {
  expect([2017, 2018, 2026, 2030].map((year) => themeOf(madeUpMain, year)?.text ?? null)).toEqual([null, 'Of 2018', null, null])
})

test('a day without themes has the years in which something was done', () => {
  expect(years('2026-11-24', { ...madeUpMain, themes: [] })).toEqual([2022, 2018])
  expect(archiveOf({ ...madeUpMain, themes: [] }, [], date('2026-11-24'))).toEqual([])
})

test('a year is over on the day after', () => {
  expect(years('2026-07-30')[0]).toBe(2022)
  expect(years('2026-07-31')[0]).toBe(2026)
  expect(years('2027-07-30')[0]).toBe(2026)
  expect(years('2027-07-31')[0]).toBe(2027)
  expect(years('2018-01-01')).toEqual([2017])
  expect(years('2017-01-01')).toEqual([])
})

test('a year whose dates nobody knows is over with the year', () => {
  expect(years('2024-11-24', weekly)).toEqual([2018])
  expect(years('2025-12-31', weekly)).toEqual([2024, 2018])
  expect(years('2026-01-01', weekly)).toEqual([2025, 2024, 2018])
  expect(archive('2026-01-01', weekly)[0]?.date).toBe(null)
})

test('the shipped history stands under its days: the article that began it all is in 2019', () => {
  const world = shippedDays.find((d) => d.id === 'world-day-against-trafficking')
  const past = world ? archiveOf(world, shippedHistory, date('2026-11-24')) : []
  expect(past.find((y) => y.year === 2019)?.events.map((e) => e.source)).toEqual(['herts.police.uk news 0575'])
})
