import type { Calendar } from '../time/calendar.ts'
import { localMoment, startOfDay, zoned } from '../time/local.ts'
import { isNumberConfirmed } from './confirmed.ts'
import type { Service } from './service.ts'
import { type Reason, type State, type Timeline, timeline } from './timeline.ts'

export type { Reason, State } from './timeline.ts'

export type ServiceState = {
  /** open: until some hour. always: at all hours, bank holidays included. unknown: to be shown as "hours not confirmed". */
  state: State
  /** May be stated without reserve: the state is known, no doubt has begun and the entry is not past its review. */
  sure: boolean
  /** The next change of `state`, to any other; null: none is known. */
  until: Temporal.ZonedDateTime | null
  /** Only when closed: the next moment at which it is open; null: none is known. */
  opens: Temporal.ZonedDateTime | null
  /** The date (day, month or year) of the source that the state rests on. */
  confirmed: string | null
  /** Whether the number or address may be printed without "not confirmed". */
  numberConfirmed: boolean
  reason: Reason
  /** The holiday's id when `reason` is `bank-holiday`. */
  holiday?: string
  /** When `doubt_from` or the review date next takes effect, which can turn `sure` and `numberConfirmed`; null: no more. */
  sureUntil: Temporal.ZonedDateTime | null
}

/**
 * How many days the search for the next change looks at one by one. A weekly schedule can go unchanged no longer than from
 * one bank holiday to the next (122 days, the last Monday in August to Christmas). Settled stretches are passed in one step,
 * however long.
 */
const horizon = 200 * 86_400_000

const nextWhere = (line: Timeline, from: number, wanted: (state: State) => boolean): number | null => {
  let ms = from
  let walked = 0
  while (walked < horizon) {
    const next = line.next(ms)
    if (next === null) return null
    if (!line.isSettled(ms)) walked += next - ms
    if (wanted(line.at(next).state)) return next
    ms = next
  }
  return null
}

const isOpen = (state: State): boolean => state === 'open' || state === 'always'

/**
 * What can be said of a service at an instant. The opening instant counts as open, the closing instant as closed; hours are
 * on the clock of `calendar.timezone`, and so are `until` and `opens`. It asks nothing of the world and never throws for a
 * service that passed `serviceSchema`.
 */
export const serviceState = (service: Service, at: Temporal.Instant, calendar: Calendar): ServiceState => {
  const { timezone } = calendar
  const now = at.epochMilliseconds
  const line = timeline(service, calendar)
  const verdict = line.at(now)

  const doubt = service.doubt_from ? localMoment(service.doubt_from, timezone) : Infinity
  const overdue = startOfDay(Temporal.PlainDate.from(service.review).add({ days: 1 }), timezone)
  const turns = [doubt, overdue].filter((ms) => ms > now)

  const toZoned = (ms: number | null) => (ms === null || ms === Infinity ? null : zoned(ms, timezone))
  return {
    ...verdict,
    sure: verdict.state !== 'unknown' && now < doubt && now < overdue,
    until: toZoned(nextWhere(line, now, (state) => state !== verdict.state)),
    opens: verdict.state === 'closed' ? toZoned(nextWhere(line, now, isOpen)) : null,
    numberConfirmed: isNumberConfirmed(service, now >= doubt),
    sureUntil: toZoned(Math.min(...turns)),
  }
}
