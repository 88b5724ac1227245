import type { Pack } from '../../content/pack.ts'
import type { Palette } from '../../domain/brand/palette.ts'
import type { Service } from '../../domain/services/service.ts'
import type { ServiceState } from '../../domain/services/state.ts'
import type { Locale as PackLocale } from '../../format/locale.ts'
import type { Markdown } from '../../format/markdown.ts'
import type { Assets } from '../assets/assets.ts'
import type { ShareImage } from '../assets/share-images.ts'
import type { Resources } from './resources.ts'

/** What the last `npm run test:all` wrote: the figures of the accessibility statement. */
export type AccessibilityResult = {
  date: string
  pages: number
  states: number
  violations: number
  checks: readonly { name: string; result: string }[]
}

/** What a pack gives to every page, whatever its language. Nothing in it changes while the process runs, but the clock. */
export type SiteContext = {
  pack: Pack
  services: ReadonlyMap<string, Service>
  palette: Palette
  assets: Assets
  /** Pictures of pages, by the page's address. */
  shareImages: ReadonlyMap<string, ShareImage>
  /** What is handed out as files. */
  resources: Resources
  accessibility: AccessibilityResult | null
  publishing: Publishing
  clock: () => Temporal.Instant
}

/** How the site is published: served by this program, written as files, or shown as a demonstration. */
export type Publishing = {
  /** `https://example.org`, without a slash at the end. */
  origin: string
  /** A partnership has adopted the pack: search engines may come, and no page says that it is a demonstration. */
  adopted: boolean
  /** Sets of texts of which drafts are shown. */
  drafts: readonly string[]
  /** Shows what no person has checked, and says so on every page. */
  demonstration: boolean
  /** The site as files that a host only hands out; null: this program answers. */
  static: StaticSite | null
}

/** What pages are given that no program stands behind: they may be read at any time, and no form has a receiver. */
export type StaticSite = {
  made: Temporal.Instant
  /** Built scripts of such pages, by name (tools/bundle.ts). */
  code: Readonly<Record<'now' | 'search' | 'find', string>>
  /** What is handed out as files, by name. */
  files: ReadonlyMap<string, Uint8Array>
}

/** The site in one language: what a page is written with. */
export type Locale = PackLocale & {
  site: SiteContext
  markdown: Markdown
  english: Locale
  englishFallback: Locale | null
}

/** What a page is rendered from: the site in a language, the instant, and the state of each service at it. */
export type RenderContext = {
  locale: Locale
  now: Temporal.Instant
  local: Temporal.ZonedDateTime
  stateOf(id: string): ServiceState
  asked: Set<string>
}
