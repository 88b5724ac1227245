import type { Language } from '../../domain/languages/language.ts'
import { type ServiceState, serviceState } from '../../domain/services/state.ts'
import { timelessState } from '../../domain/services/timeless.ts'
import { minuteOf } from '../../domain/time/validity.ts'
import { timedCache } from './timed-cache.ts'
import type { Locale, RenderContext } from './types.ts'

/** In files that may be read at any time a state is one that does not change. `asked` collects the services whose state a page shows: their next change is when the page grows old. */
export const renderContext = (locale: Locale, now: Temporal.Instant, reads: Language | null = null): RenderContext => {
  const { pack, services, publishing } = locale.site
  const asked = new Set<string>()
  const states = new Map<string, ServiceState>()
  return {
    locale,
    now,
    local: now.toZonedDateTimeISO(pack.partnership.timezone),
    asked,
    reads,
    stateOf: (id) => {
      asked.add(id)
      const known = states.get(id)
      if (known) return known
      const service = services.get(id)
      if (!service) throw new Error(`no service ${id}`)
      const state = (publishing.static ? timelessState : serviceState)(service, now, pack.calendar)
      states.set(id, state)
      return state
    },
  }
}

/** Every change of a state falls on a whole minute (domain/services/timeline.ts), so all who ask within a minute share one context. */
export const renderContextOfMinute = (locale: Locale): (() => RenderContext) => {
  const made = timedCache<RenderContext>()
  return () => {
    const now = locale.site.clock()
    return made.of('context', now, () => ({ value: renderContext(locale, now), valid: minuteOf(now) }))
  }
}
