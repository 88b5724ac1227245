import type { Pack } from '../../content/pack.ts'
import type { WordId } from '../../content/word-ids.ts'
import type { Palette } from '../../domain/brand/palette.ts'
import type { Language } from '../../domain/languages/language.ts'
import type { Release } from '../../domain/register/disclosure/release.ts'
import type { Service } from '../../domain/services/service.ts'
import type { ServiceState } from '../../domain/services/state.ts'
import type { PackLocale } from '../../format/locale.ts'
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

type MenuIdOf<Id> = Id extends `nav.${infer Name}` ? Name : never
/** What menus call a page: the word `nav.<id>` of the pack. */
export type MenuId = MenuIdOf<WordId>

/** Where a menu names a page, by number from 1: in the row at the top of every page, and in the list at its foot. */
export type MenuPlace = { id: MenuId; top?: number; foot: number }

/** What every page may know of the others: their entries in the registry (web/public/registry.ts) are out of its reach, for they lead back to it. */
export type PageFacts = {
  /** Its address in English, from the root. */
  path: string
  menu?: MenuPlace
  /** Of no use where no program answers: a site of files has it at its address, and leads nobody there. */
  needsServer?: true
  /** The set of texts by which it is there in other languages too (content/translations.ts). */
  texts?: string
}

/** What a pack gives to every page, whatever its language. Nothing in it changes while the process runs, but the clock. */
export type SiteContext = {
  pack: Pack
  services: ReadonlyMap<string, Service>
  /** The pages that every pack has. */
  pages: readonly PageFacts[]
  palette: Palette
  assets: Assets
  /** Pictures of pages, by the page's address. */
  shareImages: ReadonlyMap<string, ShareImage>
  /** What is handed out as files. */
  resources: Resources
  accessibility: AccessibilityResult | null
  publishing: Publishing
  clock: () => Temporal.Instant
  /** Are reports to the partnership taken in now? Never where there is no desk. */
  reportsOpen: () => boolean
  /** Are there pages of the training register: certificates, the short update, being counted? Never where there is no desk. */
  register: boolean
  /** The newest figures of the register that were released. Null: it is not known now. */
  released: () => Release | 'none' | null
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
  /** A language of the site that the reader's browser asks for; null: none is known. Only a page that offers it is told (`offers` of its entry). */
  reads: Language | null
}
