import type { Pack } from '../../content/pack.ts'
import type { Translations } from '../../content/translations.ts'
import { type Palette, paletteOf } from '../../domain/brand/palette.ts'
import { draftSets, type Language } from '../../domain/languages/language.ts'
import type { Service } from '../../domain/services/service.ts'
import { type ServiceState, serviceState } from '../../domain/services/state.ts'
import { timelessState } from '../../domain/services/timeless.ts'
import { minuteOf } from '../../domain/time/validity.ts'
import { everything, inLanguage } from '../../format/in-language.ts'
import { makeMarkdown } from '../../format/markdown.ts'
import { type Say, sayIn } from '../../format/messages.ts'
import type { Press } from '../../press/catalogue/press.ts'
import type { OwnPress } from '../../press/training-provider/own-press.ts'
import type { Assets } from '../assets/assets.ts'
import type { CardFile } from '../assets/share-images.ts'
import { keeping } from '../http/timed-cache.ts'
import { makeResources, type Resources } from '../public/resources/resources.ts'

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
  /** Pictures of pages, by the page's address. */
  cards: ReadonlyMap<string, CardFile>
  /** What is handed out as files. */
  resources: Resources
  palette: Palette
  say: Say
  /** The page's language; null: English. */
  language: Language | null
  /** Ids of the texts that are said in the page's language; the others are said in English, and marked as English. */
  spoken: Pick<ReadonlySet<string>, 'has'>
  /** Does the page say all its texts in its language? */
  whole: boolean
  /** The same site in English: to stand beside a text that no person has checked; null where nothing is unchecked. */
  beside: Site | null
  /** The same site in English. Pages and names that have no other language are said by it. */
  english: Site
  markdown: ReturnType<typeof makeMarkdown>
  /** `https://example.org`, without a slash at the end. */
  origin: string
  /** The adopted pack's robots may come; others are refused. */
  adopted: boolean
  services: ReadonlyMap<string, Service>
  /** Sets of texts of which drafts are shown. */
  drafts: readonly string[]
  /** Shows what no person has checked, and says so on every page. */
  demo: boolean
  accessibility: AccessibilityResult | null
  clock: () => Temporal.Instant
  /** Makes an organisation's own course; null where nothing can. */
  ownPress: OwnPress | null
  /** The site as files that a host only hands out; null: this program answers. */
  still: Still | null
}

/** What pages are given that no program stands behind: they may be read at any time, and no form has a receiver. */
export type Still = {
  made: Temporal.Instant
  /** Built scripts of such pages, by name (tools/bundle.ts). */
  code: Readonly<Record<'now' | 'search' | 'find', string>>
  /** What is handed out as files, by name. */
  files: ReadonlyMap<string, Uint8Array>
}

export const makeSite = ({
  press,
  ...parts
}: {
  pack: Pack
  assets: Assets
  cards?: ReadonlyMap<string, CardFile>
  origin: string
  /** Makes what is handed out as files. */
  press?: Press
  accessibility?: AccessibilityResult | null
  demo?: boolean
  clock?: () => Temporal.Instant
  ownPress?: OwnPress
  still?: Still
}): Site => {
  const site: Site = {
    ...parts,
    cards: parts.cards ?? new Map(),
    resources: makeResources({ pack: parts.pack, origin: parts.origin, press: press ?? null, files: parts.still?.files ?? null }),
    language: null,
    spoken: everything,
    whole: true,
    beside: null,
    get english() {
      return site
    },
    palette: paletteOf(parts.pack.brand),
    say: sayIn(parts.pack.words),
    markdown: makeMarkdown(parts.pack),
    accessibility: parts.accessibility ?? null,
    demo: parts.demo ?? false,
    drafts: parts.demo ? draftSets : (parts.pack.partnership.publish_drafts ?? []),
    adopted: parts.pack.partnership.adopted !== null,
    services: new Map(parts.pack.services.map((s) => [s.id, s])),
    clock: parts.clock ?? (() => Temporal.Now.instant()),
    ownPress: parts.ownPress ?? null,
    still: parts.still ?? null,
  }
  return site
}

/**
 * The same site in another language, for the pages of one set of texts, as far as they may be published. While one of the texts
 * is unreviewed the English stands beside them all.
 */
export const siteIn = (english: Site, translations: Translations, set = 'get-help'): Site => {
  const { language } = translations
  const { pack, spoken, whole, reviewed } = inLanguage(english.pack, translations, set, english.drafts)
  return { ...english, language, spoken, whole, english, beside: reviewed ? null : english, say: sayIn(pack.words, language.locale), pack }
}

/** One reader's moment: the site, the instant, and the state of each service at it. */
export type Moment = {
  site: Site
  now: Temporal.Instant
  local: Temporal.ZonedDateTime
  stateOf(id: string): ServiceState
  asked: Set<string>
}

/** In files that may be read at any time a state is one that does not change. `asked` collects the services whose state a page shows: their next change is when the page grows old. */
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
      const state = (site.still ? timelessState : serviceState)(service, now, site.pack.calendar)
      states.set(id, state)
      return state
    },
  }
}

/** Every change of a state falls on a whole minute (domain/services/timeline.ts), so all who ask within a minute share one moment. */
export const momentOfMinute = (site: Site): (() => Moment) => {
  const made = keeping<Moment>()
  return () => {
    const now = site.clock()
    return made.of('moment', now, () => ({ value: momentOf(site, now), valid: minuteOf(now) }))
  }
}
