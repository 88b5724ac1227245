import type { Calendar } from '../time/calendar.ts'
import type { Service } from './service.ts'
import { type Reason, type ServiceState, serviceState } from './state.ts'

/** Reasons for which no hours can be named at all. */
const nothingKnown: readonly Reason[] = ['no-schedule', 'history-only', 'out-of-validity', 'beyond-calendar']

/**
 * What can be said of a service where nobody knows when it will be read: in a file, on paper. Open or closed at some hour is
 * `unknown` with the reason `hours`, which means that its regular hours can be printed; `always`, `ended` and what is not
 * known stay as they are at `at`, the moment of writing. No time is named.
 */
export const timelessState = (service: Service, at: Temporal.Instant, calendar: Calendar): ServiceState => {
  const state = serviceState(service, at, calendar)
  const ever = { ...state, until: null, opens: null, sureUntil: null }
  if ((state.state === 'always' && state.sure) || state.reason === 'ended') return ever
  return { ...ever, state: 'unknown', sure: false, reason: nothingKnown.includes(state.reason) ? state.reason : 'hours' }
}
