import type { Calendar } from '../time/calendar.ts'
import { localMoment, startOfDay } from '../time/local.ts'
import { oldestSource } from './confirmed.ts'
import { localDays } from './local-days.ts'
import type { Service } from './service.ts'

export type State = 'open' | 'closed' | 'always' | 'unknown'

/**
 * Why a state is what it is. hours: the rows say so. bank-holiday: shut on it (closed) or silent about it (unknown).
 * closure: a time when it is shut although its rows say otherwise. ended: the body no longer exists. no-schedule: no hours
 * known. history-only: the rows are of a time that is over. out-of-validity: no row is in force on this date.
 * beyond-calendar: the date might be a bank holiday, and the list does not reach it.
 */
export type Reason = 'hours' | 'bank-holiday' | 'closure' | 'ended' | 'no-schedule' | 'history-only' | 'out-of-validity' | 'beyond-calendar'

export type Verdict = { state: State; reason: Reason; confirmed: string | null; holiday?: string }

/** Times are milliseconds since 1970; no change falls between two. */
export type Timeline = {
  at: (ms: number) => Verdict
  /** The next moment at which the state may change, whether or not it does; null: it never will again. */
  next: (ms: number) => number | null
  /** No row can change the state before `next`, however far away that is. */
  isSettled: (ms: number) => boolean
}

const dayAfter = (date: string, timezone: string): number => startOfDay(Temporal.PlainDate.from(date).add({ days: 1 }), timezone)

export const timeline = (service: Service, calendar: Calendar): Timeline => {
  const { timezone } = calendar
  const schedule = service.schedule === 'unknown' ? [] : service.schedule
  const ended = service.valid_to ? dayAfter(service.valid_to, timezone) : Infinity
  const doubt = service.doubt_from ? localMoment(service.doubt_from, timezone) : null
  // Rows marked as history without a date from which they are: they support no moment at all.
  const history = service.schedule_now === 'unknown' ? (doubt ?? -Infinity) : Infinity
  const closures = (service.closures ?? []).map((row) => ({
    from: localMoment(row.from, timezone),
    to: localMoment(row.to, timezone),
    row,
  }))

  const bounds = [
    ended,
    history,
    ...closures.flatMap(({ from, to }) => [from, to]),
    ...schedule.flatMap((row) => [
      row.valid_from === null ? Infinity : localMoment(row.valid_from === 'unknown' ? service.checked : row.valid_from, timezone),
      row.valid_to === null || row.valid_to === 'unknown' ? Infinity : dayAfter(row.valid_to, timezone),
    ]),
  ]

  const { dayAt, dayBefore } = localDays(service, calendar)
  const closureAt = (ms: number) => closures.find(({ from, to }) => from <= ms && ms < to)

  const at = (ms: number): Verdict => {
    if (ms >= ended) return { state: 'closed', reason: 'ended', confirmed: null }
    const closure = closureAt(ms)
    if (closure) return { state: 'closed', reason: 'closure', confirmed: closure.row.source_date }
    if (service.schedule === 'unknown') return { state: 'unknown', reason: 'no-schedule', confirmed: null }
    if (ms >= history) return { state: 'unknown', reason: 'history-only', confirmed: oldestSource(schedule) }

    const today = dayAt(ms)
    const yesterday = dayBefore(today)
    const spans = [...(today.unknown ? [] : today.spans), ...(yesterday.unknown ? [] : yesterday.spans)]
    const span = spans.find(({ from, to }) => from <= ms && ms < to)
    if (span && today.always) return { state: 'always', reason: 'hours', confirmed: oldestSource(today.rows) }
    if (span) return { state: 'open', reason: 'hours', confirmed: span.row.source_date === 'unknown' ? null : span.row.source_date }

    // What opened on a day that is not known may still be running: it leaves the next day unknown until it would close.
    const unknown = today.unknown
      ? today
      : yesterday.unknown && yesterday.spans.some(({ from, to }) => from <= ms && ms < to)
        ? yesterday
        : null
    if (unknown?.unknown) {
      const holiday = unknown.unknown === 'bank-holiday' && unknown.holiday ? { holiday: unknown.holiday } : {}
      return { state: 'unknown', reason: unknown.unknown, confirmed: oldestSource(unknown.rows), ...holiday }
    }
    if (today.shut.length > 0 && today.holiday)
      return { state: 'closed', reason: 'bank-holiday', confirmed: oldestSource(today.shut), holiday: today.holiday }
    return { state: 'closed', reason: 'hours', confirmed: oldestSource(today.rows) }
  }

  const isSettled = (ms: number): boolean => {
    if (service.schedule === 'unknown' || ms >= ended || ms >= history || closureAt(ms)) return true
    const today = dayAt(ms)
    const yesterday = dayBefore(today)
    // The first day of a new set of rows is walked: something of the day before may still be running.
    return today.rows === yesterday.rows && (today.rows.length === 0 || today.always)
  }

  const next = (ms: number): number | null => {
    const edges = bounds.filter((bound) => bound > ms)
    if (!isSettled(ms)) {
      const today = dayAt(ms)
      edges.push(today.end, ...[...today.spans, ...dayBefore(today).spans].flatMap(({ from, to }) => [from, to]))
    }
    const after = Math.min(...edges.filter((edge) => edge > ms))
    return Number.isFinite(after) ? after : null
  }

  return { at, next, isSettled }
}
