import type { Pack } from '../../content/pack.ts'
import { paletteOf } from '../../domain/brand/palette.ts'
import type { SitePress } from '../../press/run/site-press.ts'
import type { Assets } from '../assets/assets.ts'
import type { ShareImage } from '../assets/share-images.ts'
import { type PublishingOptions, publishingOf } from './publishing.ts'
import { makeResources } from './resources.ts'
import type { AccessibilityResult, PageFacts, SiteContext } from './types.ts'

export type SiteParts = PublishingOptions & {
  pack: Pack
  pages: readonly PageFacts[]
  assets: Assets
  shareImages?: ReadonlyMap<string, ShareImage>
  /** Makes what is handed out as files. */
  press?: SitePress
  accessibility?: AccessibilityResult | null
  clock?: () => Temporal.Instant
  reportsOpen?: () => boolean
  register?: boolean
  released?: SiteContext['released']
}

export const siteContext = ({
  pack,
  pages,
  assets,
  shareImages,
  press,
  accessibility,
  clock,
  reportsOpen,
  register,
  released,
  ...options
}: SiteParts): SiteContext => {
  const publishing = publishingOf(pack, options)
  return {
    pack,
    pages,
    services: new Map(pack.services.map((s) => [s.id, s])),
    palette: paletteOf(pack.brand),
    assets,
    shareImages: shareImages ?? new Map(),
    resources: makeResources({ pack, origin: publishing.origin, press: press ?? null, files: publishing.static?.files ?? null }),
    accessibility: accessibility ?? null,
    publishing,
    clock: clock ?? (() => Temporal.Now.instant()),
    reportsOpen: reportsOpen ?? (() => false),
    register: register ?? false,
    released: released ?? (() => 'none'),
  }
}
