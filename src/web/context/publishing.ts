import type { Pack } from '../../content/pack.ts'
import { draftSets } from '../../domain/languages/language.ts'

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

export type PublishingOptions = { origin: string; demonstration?: boolean; static?: StaticSite }

export const publishingOf = ({ partnership }: Pack, { origin, demonstration = false, ...options }: PublishingOptions): Publishing => ({
  origin,
  adopted: partnership.adopted !== null,
  drafts: demonstration ? draftSets : (partnership.publish_drafts ?? []),
  demonstration,
  static: options.static ?? null,
})
