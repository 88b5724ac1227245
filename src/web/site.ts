import type { Pack } from '../content/pack.ts'
import { type Palette, paletteOf } from '../domain/brand/palette.ts'
import type { Service } from '../domain/services/service.ts'
import { type ServiceState, serviceState } from '../domain/services/state.ts'
import type { Assets } from './assets/assets.ts'
import { makeMarkdown } from './words/markdown.ts'
import { type Say, sayIn } from './words/say.ts'

/** What the last `npm run test:all` wrote: the figures of the accessibility statement. */
export type AccessibilityResult = {
  date: string
  pages: number
  states: number
  violations: number
  checks: readonly { name: string; result: string }[]
}

/** What every page is made from. Nothing in it changes while the process runs, but the clock. */
export type Site = {
  pack: Pack
  assets: Assets
  palette: Palette
  say: Say
  markdown: ReturnType<typeof makeMarkdown>
  /** `https://example.org`, without a slash at the end. */
  origin: string
  /** The adopted pack's robots may come; others are refused. */
  adopted: boolean
  services: ReadonlyMap<string, Service>
  accessibility: AccessibilityResult | null
  clock: () => Temporal.Instant
}

export const makeSite = (parts: {
  pack: Pack
  assets: Assets
  origin: string
  accessibility?: AccessibilityResult | null
  clock?: () => Temporal.Instant
}): Site => ({
  ...parts,
  palette: paletteOf(parts.pack.brand),
  say: sayIn(parts.pack.words),
  markdown: makeMarkdown(parts.pack),
  accessibility: parts.accessibility ?? null,
  adopted: parts.pack.partnership.adopted !== null,
  services: new Map(parts.pack.services.map((s) => [s.id, s])),
  clock: parts.clock ?? (() => Temporal.Now.instant()),
})

/** One reader's moment: the site, the instant, and the state of each service at it. */
export type Moment = {
  site: Site
  now: Temporal.Instant
  local: Temporal.ZonedDateTime
  stateOf(id: string): ServiceState
  asked: Set<string>
}

/** `asked` collects the services whose state a page shows: their next change is when the page grows old. */
export const momentOf = (site: Site, now: Temporal.Instant): Moment => {
  const asked = new Set<string>()
  const states = new Map<string, ServiceState>()
  return {
    site,
    now,
    local: now.toZonedDateTimeISO(site.pack.partnership.timezone),
    asked,
    stateOf: (id) => {
      asked.add(id)
      const known = states.get(id)
      if (known) return known
      const service = site.services.get(id)
      if (!service) throw new Error(`no service ${id}`)
      const state = serviceState(service, now, site.pack.calendar)
      states.set(id, state)
      return state
    },
  }
}
