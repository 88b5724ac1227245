import type { Release } from '../../../domain/register/disclosure/release.ts'
import type { CellValue } from '../../../format/guarded-cells.ts'
import type { Locale } from '../../context/types.ts'
import { nameIn } from './release-tables.tsx'

/** Every figure of a release, a row each, for a spreadsheet. The first row is the head. A figure that is not shown is a word in place of a number. */
export const releaseRows = ({ t, pack }: Locale, { figures }: Release): CellValue[][] => [
  [t('data.file-from'), t('data.file-to'), t('data.sector'), t('data.course'), t('data.partner'), t('data.people')],
  ...figures.map(({ from, to, sector, tier, partner, value }) => [
    ...[from ?? t('data.all'), to],
    sector === null ? t('data.everyone') : nameIn(pack.trainedSectors, sector),
    tier === null ? t('data.any-course') : nameIn(pack.course.tiers, tier),
    partner === null ? '' : nameIn(pack.partners, partner),
    value ?? t('data.hidden'),
  ]),
]
