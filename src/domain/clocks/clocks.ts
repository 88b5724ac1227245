import { isPastReview } from '../fact.ts'
import type { Calendar } from '../time/calendar.ts'
import { type Count, count } from './count.ts'
import type { Clocks, CountedRule } from './rule.ts'

type Day = Temporal.PlainDate

/** What has happened in a case, or is planned: the id of an event and its day. */
export type Happened = ReadonlyMap<string, Day>

/** Where a case is: whose rules, and whose bank holidays. */
export type Place = { nation: string; calendar: Calendar }

/**
 * Where a clock stands. `due`: a deadline that is not past (`days` 0: today). `late`: past, by so many days, and nothing has met it. `open` and
 * `passed`: the same of a limit. `done`: met, by so many days late (0: in time), or a period that is over, or a day that has come. `coming`: a
 * day that has not. `running`: a period that lasts. `if`: it counts from a day that is still to come. `no-limit`: none is known. `unknown`: the
 * last day cannot be counted.
 */
export type ClockState =
  | { is: 'due' | 'late' | 'open' | 'passed' | 'coming'; days: number }
  | { is: 'done'; on: Day; daysLate: number }
  | { is: 'running' | 'unknown' | 'no-limit' | 'if' }

/** A clock that runs in a case. `rule` null: the pack knows no rule for a fact of that day. */
export type RunningClock =
  | { clock: string; event: string; from: Day; rule: null }
  | ({
      clock: string
      event: string
      /** The day of the fact. */
      from: Day
      rule: CountedRule
      count: Count
      state: ClockState
      /** What would come of it if what is planned happens; null where that changes nothing, or where all is planned. */
      planned: { event: string; on: Day; last: Day | null; daysLate: number } | null
      /** The other rule that may have held on that day, and what it would make of the case. */
      rival: ({ rule: CountedRule } & Pick<Outcome, 'last' | 'open'>) | null
      /** The number, the way of counting and the day of review are all well, and no other rule may have held. */
      sure: boolean
    } & Pick<Outcome, 'last' | 'open' | 'through'>)

/** How a clock ends by what has happened. */
type Outcome = {
  /** The last day that is known: of a period that goes on until something happens, the earliest that it can be. */
  last: Day | null
  /** A period that lasts until something that has not happened yet: no last day is known, `last` is its least. */
  open: boolean
  /** What the last day comes from, where it is not the count: the event that ended or prolonged the period. */
  through: string | null
  /** What has decided that: of a deadline or a limit what met it, of a period what it was to last until. */
  by: { event: string; on: Day } | null
}

/**
 * Every clock that what has happened sets going in a nation, in the order of the pack. `today` is the reader's day; what is later than it is
 * planned. Each clock follows the rule that held on the day it counts from; where one of two may have held, there are two.
 */
export const clocksOf = (clocks: Clocks, happened: Happened, { nation, calendar }: Place, today: Day): RunningClock[] =>
  clocks.clocks.flatMap(({ id }): RunningClock[] => {
    const rules = clocks.rules.filter((rule) => rule.clock === id && (rule.nations?.includes(nation) ?? true))
    const events = [...new Set(rules.map((rule) => rule.starts))]
    return events.flatMap((event): RunningClock[] => {
      const from = happened.get(event)
      if (!from) return []
      const holding = rules.filter((r) => r.starts === event && holdsOn(r, from))
      if (!holding.length) return [{ clock: id, event, from, rule: null }]
      return holding.map((rule) => run(rule, holding.find((other) => other.id === rule.rival) ?? null, from, happened, calendar, today))
    })
  })

const holdsOn = ({ valid_from, valid_to }: CountedRule, day: Day): boolean => {
  const date = day.toString()
  return (valid_from === null || valid_from <= date) && (valid_to === null || date <= valid_to)
}

const run = (rule: CountedRule, other: CountedRule | null, from: Day, happened: Happened, calendar: Calendar, today: Day): RunningClock => {
  const counted = count(rule, from, calendar)
  const past = new Map([...happened].filter(([, on]) => !before(today, on)))
  const isPlanned = before(today, from)
  const facts = isPlanned ? happened : past
  const outcome = outcomeOf(rule, counted.last, from, facts)
  const { last, open, through } = outcome
  return {
    clock: rule.clock,
    event: rule.starts,
    from,
    rule,
    count: counted,
    last,
    open,
    through,
    state: isPlanned ? { is: 'if' } : stateOf(rule, outcome, today),
    planned: isPlanned ? null : plannedOf(outcome, outcomeOf(rule, counted.last, from, happened)),
    rival: other && { rule: other, ...outcomeOf(other, count(other, from, calendar).last, from, facts) },
    sure:
      !other &&
      !(rule.unit === 'years' && counted.shortMonth) &&
      rule.sure === 'A' &&
      rule.sure_count === 'A' &&
      !isPastReview(rule.review, today),
  }
}

const outcomeOf = (rule: CountedRule, last: Day | null, from: Day, happened: Happened): Outcome => {
  if (rule.kind !== 'period') return { last, open: false, through: null, by: firstOf(rule.met_by, happened, from) }
  const ended = firstOf(rule.ends_with, happened, from)
  const lasted = firstOf(rule.lasts_until, happened, from)
  if (ended && (rule.lasts_until.length > 0 || !last || before(ended.on, last)))
    return { last: ended.on, open: false, through: ended.event, by: ended }
  if (lasted && last && before(last, lasted.on)) return { last: lasted.on, open: false, through: lasted.event, by: lasted }
  return { last, open: rule.lasts_until.length > 0 && !lasted, through: null, by: lasted }
}

const plannedOf = (now: Outcome, { by, last }: Outcome): Extract<RunningClock, { count: unknown }>['planned'] =>
  by && by.event !== now.by?.event ? { ...by, last, daysLate: last ? Math.max(0, days(last, by.on)) : 0 } : null

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

const stateOf = ({ kind, length }: CountedRule, { last, open, by }: Outcome, today: Day): ClockState => {
  if (by && kind !== 'period') return { is: 'done', on: by.on, daysLate: last ? Math.max(0, days(last, by.on)) : 0 }
  if (last === null) return { is: length === null ? 'no-limit' : 'unknown' }
  const left = days(today, last)
  if (kind === 'period') return open || left >= 0 ? { is: 'running' } : { is: 'done', on: last, daysLate: 0 }
  if (kind === 'day') return left > 0 ? { is: 'coming', days: left } : { is: 'done', on: last, daysLate: 0 }
  const [still, over] = kind === 'limit' ? (['open', 'passed'] as const) : (['due', 'late'] as const)
  return left >= 0 ? { is: still, days: left } : { is: over, days: -left }
}
