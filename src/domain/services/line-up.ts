import type { Calendar } from '../time/calendar.ts'
import { type ArrangedContact, arrange } from './arrange.ts'
import type { Service } from './service.ts'
import { serviceState } from './state.ts'

/** These services as they are at `now`, those open first, in the order given. Ids that are no service are left out. */
export const lineUp = (
  ids: readonly string[],
  services: readonly Service[],
  now: Temporal.Instant,
  calendar: Calendar,
): ArrangedContact[] =>
  arrange(
    ids.flatMap((id) => {
      const service = services.find((s) => s.id === id)
      return service ? [{ service, state: serviceState(service, now, calendar) }] : []
    }),
  )
