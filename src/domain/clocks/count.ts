import { bankHolidayOn, type Calendar, isWorkingDay } from '../time/calendar.ts'
import type { CountedRule } from './rule.ts'

type Day = Temporal.PlainDate

/** A day that was passed over: a Saturday or Sunday, or a bank holiday by its id. */
export type Skipped = { date: Day; why: 'weekend' | { holiday: string } }

/** The days of a period. Both ends are part of it. null: our list of bank holidays does not reach that far. */
export type Count = {
  first: Day | null
  last: Day | null
  /** Weekends and bank holidays that did not count. */
  skipped: readonly Skipped[]
  /** The day on which it would have ended, where that was moved. */
  moved: Day | null
  /** Of months and years: the last month has no such day. Months then end with it; of years it is the day after (29 February). */
  shortMonth: boolean
}

/** A limit that nobody knows has no days. */
export const uncounted: Count = { first: null, last: null, skipped: [], moved: null, shortMonth: false }

/**
 * Counts from the day of a fact. Working days: Monday to Friday and no bank holiday of the calendar. Months end on the same date of a later
 * month, whether or not the day itself counts, or on that month's last day where it has no such date (ICO on UK GDPR Art. 12(3); Dodds v Walker
 * [1981] 1 WLR 1027). Years end on the birthday; who was born on 29 February is taken to be of age on 1 March, since the anniversary has not begun
 * before (Family Law Reform Act 1969 s.9). Days have no hours: a change of the clocks changes nothing.
 */
export const count = (
  { unit, length, day_one, moves }: Pick<CountedRule, 'unit' | 'length' | 'day_one' | 'moves'>,
  from: Day,
  calendar: Calendar,
): Count => {
  if (length === null) return uncounted
  const begin = day_one === 'same-day' ? from : from.add({ days: 1 })
  if (unit === 'working-days') return { ...workingDays(length, begin, calendar), moved: null, shortMonth: false }
  const same = unit === 'days' ? begin.add({ days: length - 1 }) : from.add({ [unit]: length })
  const shortMonth = unit !== 'days' && same.day !== from.day
  const end = unit === 'years' && shortMonth ? same.add({ days: 1 }) : same
  if (!moves) return { first: begin, last: end, skipped: [], moved: null, shortMonth }
  const { last, skipped } = workingDays(1, end, calendar)
  return { first: begin, last, skipped, moved: last?.equals(end) ? null : end, shortMonth }
}

/** The first `length` working days on or after `begin`. */
const workingDays = (length: number, begin: Day, calendar: Calendar): Pick<Count, 'first' | 'last' | 'skipped'> => {
  const skipped: Skipped[] = []
  let first: Day | null = null
  let left = length
  for (let day = begin; ; day = day.add({ days: 1 })) {
    const working = isWorkingDay(calendar, day)
    if (working === null) return { first, last: null, skipped }
    if (!working) skipped.push({ date: day, why: whyNot(calendar, day) })
    else {
      first ??= day
      left -= 1
      if (left === 0) return { first, last: day, skipped }
    }
  }
}

const whyNot = (calendar: Calendar, day: Day): Skipped['why'] => {
  const holiday = bankHolidayOn(calendar, day)
  return holiday === null || day.dayOfWeek > 5 ? 'weekend' : { holiday }
}
