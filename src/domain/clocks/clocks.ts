import { isPastReview } from '../fact.ts'
import type { Calendar } from '../time/calendar.ts'
import { type Count, count } from './count.ts'
import type { Clocks, CountedRule } from './rule.ts'

type Day = Temporal.PlainDate

/** What has happened in a case: the id of an event and its day. */
export type Happened = ReadonlyMap<string, Day>

/**
 * Where a clock stands. `due`: a deadline that is not past (`days` 0: today). `late`: past, by so many days, and nothing has met it. `done`: met, by
 * so many days late (0: in time), or a period that is over. `running`: a period that lasts. `unknown`: the last day cannot be counted.
 */
export type ClockState = { is: 'due' | 'late'; days: number } | { is: 'done'; on: Day; daysLate: number } | { is: 'running' | 'unknown' }

/** A clock that runs in a case. `rule` null: the pack knows no rule for a fact of that day. */
export type RunningClock =
  | { clock: string; event: string; from: Day; rule: null }
  | {
      clock: string
      event: string
      /** The day of the fact. */
      from: Day
      rule: CountedRule
      count: Count
      /** The last day that is known: of a period that goes on until something happens, the earliest that it can be. */
      last: Day | null
      /** A period that lasts until something that has not happened yet: no last day is known, `last` is its least. */
      open: boolean
      /** What the last day comes from, where it is not the count: the event that ended or prolonged the period. */
      through: string | null
      state: ClockState
      /** The number, the way of counting and the day of review are all well. */
      sure: boolean
    }

/**
 * Every clock that what has happened sets going in a nation, in the order of the pack. `nation` is the region of the calendar; `today` is the
 * reader's day. Each clock follows the rule that held on the day it counts from.
 */
export const clocksOf = (clocks: Clocks, happened: Happened, calendar: Calendar, today: Day): RunningClock[] =>
  clocks.clocks.flatMap(({ id }): RunningClock[] => {
    const rules = clocks.rules.filter((rule) => rule.clock === id && (rule.nations?.includes(calendar.region) ?? true))
    const events = [...new Set(rules.map((rule) => rule.starts))]
    return events.flatMap((event): RunningClock[] => {
      const from = happened.get(event)
      if (!from) return []
      const rule = rules.find((r) => r.starts === event && holdsOn(r, from))
      return [rule ? run(rule, from, happened, calendar, today) : { clock: id, event, from, rule: null }]
    })
  })

const holdsOn = ({ valid_from, valid_to }: CountedRule, day: Day): boolean => {
  const date = day.toString()
  return (valid_from === null || valid_from <= date) && (valid_to === null || date <= valid_to)
}

const run = (rule: CountedRule, from: Day, happened: Happened, calendar: Calendar, today: Day): RunningClock => {
  const counted = count(rule, from, calendar)
  const sure = rule.sure === 'A' && rule.sure_count === 'A' && !isPastReview(rule.review, today)
  const common = { clock: rule.clock, event: rule.starts, from, rule, count: counted, sure }
  if (rule.kind === 'deadline') {
    const met = firstOf(rule.met_by, happened, from)
    return { ...common, last: counted.last, open: false, through: null, state: deadlineState(counted.last, met?.on ?? null, today) }
  }
  const ended = firstOf(rule.ends_with, happened, from)
  const lasted = firstOf(rule.lasts_until, happened, from)
  const { last } = counted
  if (ended && (rule.lasts_until.length > 0 || !last || before(ended.on, last)))
    return { ...common, last: ended.on, open: false, through: ended.event, state: periodState(ended.on, false, today) }
  if (lasted && last && before(last, lasted.on))
    return { ...common, last: lasted.on, open: false, through: lasted.event, state: periodState(lasted.on, false, today) }
  const open = rule.lasts_until.length > 0 && !lasted
  return { ...common, last, open, through: null, state: periodState(last, open, today) }
}

const before = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0

/** The first of these events on or after the day. */
const firstOf = (events: readonly string[], happened: Happened, from: Day): { event: string; on: Day } | null =>
  events
    .flatMap((event) => {
      const on = happened.get(event)
      return on && !before(on, from) ? [{ event, on }] : []
    })
    .sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))[0] ?? null

const days = (from: Day, to: Day): number => from.until(to, { largestUnit: 'day' }).days

const deadlineState = (last: Day | null, met: Day | null, today: Day): ClockState => {
  if (last === null) return met ? { is: 'done', on: met, daysLate: 0 } : { is: 'unknown' }
  if (met) return { is: 'done', on: met, daysLate: Math.max(0, days(last, met)) }
  const left = days(today, last)
  return left >= 0 ? { is: 'due', days: left } : { is: 'late', days: -left }
}

const periodState = (last: Day | null, open: boolean, today: Day): ClockState => {
  if (last === null) return { is: 'unknown' }
  return open || !before(last, today) ? { is: 'running' } : { is: 'done', on: last, daysLate: 0 }
}
