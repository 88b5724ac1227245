import type { Calendar } from '../time/calendar.ts'
import { nextChange } from './arrange.ts'
import type { Service } from './service.ts'
import { type ServiceState, serviceState } from './state.ts'

/** What is so of a service from a moment on. */
export type TimelineStep = { at: Temporal.Instant; state: ServiceState }

/**
 * All that is so of a service from `from` until `to`, in order, the first step at `from`. A new step stands wherever words about it may change: at
 * each change of its state, when a doubt or review date takes effect, and at each midnight while a time is named, for "today" then means another day.
 */
export const stateTimeline = (service: Service, from: Temporal.Instant, to: Temporal.Instant, calendar: Calendar): TimelineStep[] => {
  const steps: TimelineStep[] = []
  for (let at: Temporal.Instant | undefined = from; at && Temporal.Instant.compare(at, to) < 0; at = stepAfter(steps, calendar)) {
    steps.push({ at, state: serviceState(service, at, calendar) })
  }
  return steps
}

const stepAfter = (steps: readonly TimelineStep[], { timezone }: Calendar): Temporal.Instant | undefined => {
  const last = steps.at(-1)
  if (!last) return undefined
  const { at, state } = last
  const change = nextChange([state], at)
  const midnight = (state.until ?? state.opens) ? at.toZonedDateTimeISO(timezone).startOfDay().add({ days: 1 }).toInstant() : null
  return [change, midnight].filter((time) => time !== null).sort(Temporal.Instant.compare)[0]
}
