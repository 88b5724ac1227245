import { expect, test } from 'vitest'
import { calendarOf, readContent } from '../services/fixtures.ts'
import { bankHolidayOn, buildCalendar, countsAsHoliday, holidayCountedOn, isCovered, isWorkingDay } from './calendar.ts'

const date = Temporal.PlainDate.from
const regions = ['england-and-wales', 'scotland', 'northern-ireland'].map(calendarOf)
const [england, scotland, northernIreland] = regions as [
  ReturnType<typeof calendarOf>,
  ReturnType<typeof calendarOf>,
  ReturnType<typeof calendarOf>,
]
const listed = (calendar: typeof england, ...dates: string[]) => dates.map((day) => bankHolidayOn(calendar, date(day)))

/** The worked checks of bank-holidays.yaml, by id: what each says, as code. */
const checks: Record<string, () => void> = {
  'check-christmas-2021': () => {
    for (const calendar of regions) {
      expect(listed(calendar, '2021-12-25', '2021-12-26', '2021-12-27', '2021-12-28')).toEqual([null, null, 'christmas-day', 'boxing-day'])
    }
  },
  'check-christmas-2022': () =>
    expect(listed(england, '2022-12-25', '2022-12-26', '2022-12-27')).toEqual([null, 'boxing-day', 'christmas-day']),
  'check-new-year-scotland-2022': () => {
    expect(listed(scotland, '2022-01-01', '2022-01-02', '2022-01-03', '2022-01-04').map(Boolean)).toEqual([false, false, true, true])
    for (const calendar of [england, northernIreland]) {
      expect(listed(calendar, '2022-01-03', '2022-01-04')).toEqual(['new-years-day', null])
    }
  },
  'check-new-year-scotland-2023': () => {
    expect(listed(scotland, '2023-01-01', '2023-01-02', '2023-01-03')).toEqual([null, '2-january', 'new-years-day'])
    expect(listed(england, '2023-01-02', '2023-01-03')).toEqual(['new-years-day', null])
  },
  'check-not-a-holiday-2020-05-04': () => expect(listed(england, '2020-05-04', '2020-05-08')).toEqual([null, 'early-may']),
  'check-not-a-holiday-2022-05-30': () => expect(listed(england, '2022-05-30', '2022-06-02')).toEqual([null, 'spring']),
  'check-boxing-day-2026': () => {
    expect(listed(england, '2026-12-26', '2026-12-28')).toEqual([null, 'boxing-day'])
    expect(['2026-12-26', '2026-12-27', '2026-12-28'].map((day) => countsAsHoliday(england, date(day)))).toEqual([true, false, true])
  },
}
const rows: { id: string; easter_sunday?: string }[] = readContent('national/bank-holidays.yaml').checks

test.each(rows)('$id', ({ id, easter_sunday }) => {
  if (easter_sunday) {
    expect(bankHolidayOn(england, date(easter_sunday).subtract({ days: 2 }))).toBe('good-friday')
    expect(bankHolidayOn(england, date(easter_sunday).add({ days: 1 }))).toBe('easter-monday')
    expect(bankHolidayOn(scotland, date(easter_sunday).add({ days: 1 }))).toBe(null)
  } else {
    expect(checks[id], `a check without its test: ${id}`).toBeDefined()
    checks[id]?.()
  }
})

test('a weekend day counts as the holiday that its substitute stands for', () => {
  expect(holidayCountedOn(england, date('2021-12-25'))).toBe('christmas-day')
  expect(holidayCountedOn(england, date('2021-12-26'))).toBe('boxing-day')
  expect(holidayCountedOn(england, date('2022-12-26'))).toBe('boxing-day')
  expect(holidayCountedOn(england, date('2026-12-27'))).toBe(null)
})

test('a region has its own days only', () => {
  expect(bankHolidayOn(england, date('2026-03-17'))).toBe(null)
  expect(bankHolidayOn(northernIreland, date('2026-03-17'))).toBe('st-patricks-day')
  expect(england.holidays.size).toBe(99)
  expect(scotland.holidays.size).toBe(112)
  expect(northernIreland.holidays.size).toBe(123)
})

test.each<[string, boolean | null, string]>([
  ['2026-12-24', true, 'Thursday'],
  ['2026-12-25', false, 'Christmas Day'],
  ['2026-12-26', false, 'Saturday'],
  ['2026-12-28', false, 'the substitute'],
  ['2026-12-29', true, 'Tuesday'],
  ['2024-02-29', true, 'leap day, a Thursday'],
  ['2020-02-29', false, 'leap day, a Saturday'],
  ['2020-05-04', true, 'the usual Monday, moved that year'],
  ['2016-12-31', false, 'a Saturday before the list begins'],
  ['2016-12-30', null, 'a Friday before the list begins'],
  ['2017-01-02', false, 'the first holiday listed'],
  ['2028-12-29', true, 'the last Friday covered'],
  ['2029-01-01', null, 'a Monday after the list ends'],
])('%s as a working day: %s (%s)', (day, working) => expect(isWorkingDay(england, date(day))).toBe(working))

test('silence means an ordinary day only inside the cover, both ends included', () => {
  expect(['2016-12-31', '2017-01-01', '2028-12-31', '2029-01-01'].map((day) => isCovered(england, date(day)))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a listed day counts although it lies outside the cover', () => {
  const calendar = buildCalendar('x', 'Europe/London', { from: '2026-01-01', to: '2026-12-31' }, [
    { id: 'a', region: 'x', date: '2027-05-03', day: 'Mon', holiday: 'early-may', kind: 'rule', status: 'computed' },
  ])
  expect(countsAsHoliday(calendar, date('2027-05-03'))).toBe(true)
  expect(isWorkingDay(calendar, date('2027-05-03'))).toBe(false)
})
