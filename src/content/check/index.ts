import type { PackFiles } from '../files.ts'
import type { Finding } from '../finding.ts'
import { sortFindings } from '../findings.ts'
import type { Loaded } from '../load.ts'
import { adoptedFindings } from './adopted.ts'
import { brandFindings } from './brand.ts'
import { copiedFindings } from './copied.ts'
import { dateFindings } from './dates.ts'
import { easyReadFindings } from './easy-read.ts'
import { flowRouteFindings } from './flows.ts'
import { areaFindings, hoursFindings } from './hours.ts'
import { type LanguageState, languageStates } from './languages.ts'
import { linkFindings } from './links.ts'
import { phoneFindings } from './phones.ts'
import { readingAges, readingFindings } from './reading.ts'
import { type Review, reviewFindings, reviews, reviewsDue } from './review.ts'
import { styleFindings } from './style.ts'
import { trainingFindings } from './training.ts'

export type { LanguageState } from './languages.ts'
export type { Review } from './review.ts'

export type CheckWith = {
  /** The date for which reviews are due. */
  today: Temporal.PlainDate
  /** Every address of the site: paths, and `/path#anchor` for the anchors of each page. */
  addresses: ReadonlySet<string>
  /** The local files of the other packs. */
  others: readonly PackFiles[]
}

/** All that `waymark check` says of a pack. Of one that could not be loaded, only why. */
export const checkPack = (loaded: Loaded, { today, addresses, others }: CheckWith): Finding[] => {
  if (!loaded.pack) return sortFindings(loaded.findings)
  const ages = readingAges(loaded)
  return sortFindings([
    ...loaded.findings,
    ...phoneFindings(loaded),
    ...linkFindings(loaded, addresses),
    ...readingFindings(ages),
    ...easyReadFindings(ages),
    ...styleFindings(loaded),
    ...brandFindings(loaded),
    ...dateFindings(loaded, today),
    ...hoursFindings(loaded, today),
    ...areaFindings(loaded),
    ...copiedFindings(loaded, others),
    ...adoptedFindings(loaded, today),
    ...trainingFindings(loaded),
    ...flowRouteFindings(loaded),
    ...reviewFindings(reviews(loaded), today),
  ])
}

/** Reviews that fall due in the next thirty days: not yet a finding. */
export const dueSoon = (loaded: Loaded, today: Temporal.PlainDate): Review[] => (loaded.pack ? reviewsDue(reviews(loaded), today) : [])

/** How far each language of a pack has come: no finding, for a site may be adopted in English alone. */
export const languagesOf = (loaded: Loaded): LanguageState[] => (loaded.pack ? languageStates(loaded) : [])
