import type { Palette } from '../../../domain/brand/palette.ts'
import type { Language } from '../../../domain/languages/language.ts'

/** The size that networks ask for (ogp.me, 1.91 to 1), in pixels. */
export const shareImageSize = { width: 1200, height: 630 } as const

/** What the picture says that a network shows when a page's address is shared. All of it is text of the page or of the pack. */
export type ShareImage = {
  title: string
  /** `lang` and the direction in which it is set. */
  language: string
  direction: Language['direction']
  face: Language['face']
  /** The site's name and its place, as in the head of each page. */
  site: string
  area: string
  /** Said until the partnership has adopted the pack: in the page's own language, and in English. */
  demonstration: { own: string | null; english: string } | null
  /** Said, in English, of a translation that nobody has checked. */
  draft: string | null
  /** A drawing of the pack, as SVG with its colours by role. */
  drawing: string | null
}

/** Everything that a share image is made of: another brand is another picture. */
export type ShareImageData = { image: ShareImage; palette: Palette }
