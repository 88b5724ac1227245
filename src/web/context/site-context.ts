import type { Pack } from '../../content/pack.ts'
import { type Palette, paletteOf } from '../../domain/brand/palette.ts'
import type { Service } from '../../domain/services/service.ts'
import type { Press } from '../../press/catalogue/press.ts'
import type { Assets } from '../assets/assets.ts'
import type { ShareImage } from '../assets/share-images.ts'
import { type Publishing, type PublishingOptions, publishingOf } from './publishing.ts'
import { makeResources, type Resources } from './resources.ts'

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

export type SiteParts = PublishingOptions & {
  pack: Pack
  assets: Assets
  shareImages?: ReadonlyMap<string, ShareImage>
  /** Makes what is handed out as files. */
  press?: Press
  accessibility?: AccessibilityResult | null
  clock?: () => Temporal.Instant
}

export const siteContext = ({ pack, assets, shareImages, press, accessibility, clock, ...options }: SiteParts): SiteContext => {
  const publishing = publishingOf(pack, options)
  return {
    pack,
    services: new Map(pack.services.map((s) => [s.id, s])),
    palette: paletteOf(pack.brand),
    assets,
    shareImages: shareImages ?? new Map(),
    resources: makeResources({ pack, origin: publishing.origin, press: press ?? null, files: publishing.static?.files ?? null }),
    accessibility: accessibility ?? null,
    publishing,
    clock: clock ?? (() => Temporal.Now.instant()),
  }
}
