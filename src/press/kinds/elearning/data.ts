import { paletteOf } from '../../../domain/brand/palette.ts'
import { activityName, updateName } from '../../../domain/register/activity.ts'
import { type CourseTier, partsOf } from '../../../domain/training/course.ts'
import { englishLocale, type PackLocale } from '../../../format/locale.ts'
import { makeMarkdown } from '../../../format/markdown.ts'
import { type Cobranded, cobrandedOf, unbroken } from '../../shared/course/cobranded.ts'
import { updatesOf } from '../../shared/course/updates.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { checkedOn } from '../../shared/paper/lines.ts'
import { coursePage } from './page.tsx'

/** The two editions of SCORM that learning systems take: ADL SCORM 1.2 (2001) and SCORM 2004 4th Edition (2009). */
export const editions = ['1.2', '2004'] as const
export type ScormEdition = (typeof editions)[number]

export type ElearningData = {
  edition: ScormEdition
  /** Names the course and its version inside a learning system: letters, figures and `-`. */
  identifier: string
  course: string
  tier: string
  /** Per cent of the check that must be right. */
  pass: number
  /** The course as one page: all of its words, every part. */
  page: string
  colours: Record<string, string>
  cobranded?: Cobranded
}

/** The course of each tier as a package for a learning system, and what is new in it. */
export const elearning: Kind<ElearningData> = {
  name: 'elearning',
  outputs: (pack, edition) => [
    ...pack.course.tiers.flatMap((tier) => packagesOf(englishLocale(pack), tier, edition)),
    ...updatesOf(pack, edition, 'all').flatMap(({ pack: updated, tier, from }) => packagesOf(englishLocale(updated), tier, edition, from)),
  ],
  maker: () => import('./draw.ts'),
}

/** `from`: of a short update, the version whose holders it is for. */
const packagesOf = (locale: PackLocale, tier: CourseTier, edition: Edition, from?: string): Output<ElearningData>[] => {
  const { pack, t } = locale
  const { course } = pack
  const { now, origin } = edition
  const cobranded = cobrandedOf(pack, edition)
  const parts = partsOf(course, tier)
  // Nothing that a training provider says of itself becomes a link.
  const { provider } = edition
  const said = provider ? [provider.name, provider.lead, unbroken(provider.number)] : []
  const identifier = from === undefined ? activityName(course, tier.id) : updateName(course, tier.id, from)
  const page = coursePage({ locale, learnt: identifier, markdown: makeMarkdown(pack, said), tier, parts, now, origin, ...cobranded })
  const date = [checkedOn(locale), course.checked, ...parts.map(({ checked }) => checked)].reduce((a, b) => (a > b ? a : b))
  const name = from === undefined ? `elearning-${tier.id}` : `elearning-update-${tier.id}`
  return editions.map((scorm) => ({
    id: `${name}-scorm-${scorm}`,
    kind: 'elearning',
    file: `${name}-scorm-${scorm}.zip`,
    title: t('elearning.package', { tier: tier.name, edition: scorm === '1.2' ? 'SCORM 1.2' : 'SCORM 2004 4th Edition' }),
    language: 'en',
    format: 'zip',
    date,
    data: {
      edition: scorm,
      identifier,
      course: course.title,
      tier: tier.name,
      pass: course.pass,
      page,
      colours: { ...paletteOf(pack.brand) },
      ...cobranded,
    },
  }))
}
