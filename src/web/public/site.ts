import { siteInEnglish } from '../context/locale.ts'
import type { SiteParts } from '../context/site-context.ts'
import type { Locale } from '../context/types.ts'
import { registry } from './registry.ts'

/** The public site in English, from its parts. Each page is told here which others there are: none of them can ask the registry. */
export const publicSite = (parts: Omit<SiteParts, 'pages'>): Locale =>
  siteInEnglish({ ...parts, pages: registry.filter((entry) => typeof entry !== 'function') })
