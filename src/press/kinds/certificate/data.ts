import type { Pack } from '../../../content/pack.ts'
import { grouped } from '../../../domain/register/codes.ts'
import type { WholeBefore } from '../../../domain/register/standing.ts'
import { englishLocale } from '../../../format/locale.ts'
import { longDate } from '../../../format/when.ts'
import { updatedWords } from '../../../format/whole-before.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'

/** A certificate as the desk has it, with the name of its holder as it is to stand on it. */
export type Held = {
  code: string
  name: string
  /** Where the holder worked when it was made. */
  organisation: string | null
  tier: string
  taught: string
  learnt: Temporal.PlainDate
  ends: Temporal.PlainDate | null
  /** The partner that gave it; null: learned alone. */
  gave: string | null
  /** It is one of the short update, which was learned on that day; null: of the whole course. */
  update: WholeBefore | null
  demonstration: boolean
}

/** `plain`: letters and figures that are no words. */
type Fact = { term: string; value: string; plain?: true }

export type CertificateData = {
  setting: Setting
  title: string
  heading: string
  course: string
  check: { title: string; text: string; address: string; why: string }
  not: string
  drawing: string
  /** One a page. */
  sheets: readonly {
    name: string
    tier: string
    took: string
    gave: string
    facts: readonly Fact[]
    code: string
    /** Where it is checked, with its code: for whoever scans it. */
    checkAt: string
    demonstration: string | null
  }[]
}

/** Certificates of people: made on the desk, for whoever may see them, and kept nowhere. It is no output of a pack. */
export const certificate: Kind<CertificateData> = { name: 'certificate', outputs: () => [], maker: () => import('./draw.ts') }

/** `origin`: of the public site, where they are checked. */
export const certificatesOf = (pack: Pack, origin: string, held: readonly Held[]): Output<CertificateData> => {
  const locale = englishLocale(pack)
  const { t } = locale
  const { partnership, course } = pack
  const date = held.map(({ learnt }) => learnt.toString()).reduce((a, b) => (b > a ? b : a), course.checked)
  const setting = settingOf(locale, date)
  const [first] = held
  const tierOf = (id: string): string => course.tiers.find((tier) => tier.id === id)?.name ?? id
  return {
    id: `certificate-${first?.code ?? ''}`,
    kind: 'certificate',
    file: held.length === 1 ? `certificate-${grouped(first?.code ?? '')}.pdf` : `certificates-${date}.pdf`,
    title: t('certificate.paper-title'),
    language: 'en',
    format: 'pdf',
    date,
    cobranded: true,
    data: {
      setting,
      title: held.length === 1 ? `${t('certificate.paper-title')} ${grouped(first?.code ?? '')}` : t('certificate.paper-title'),
      heading: t('certificate.paper-title'),
      course: course.title,
      check: {
        title: t('certificate.paper-check'),
        text: t('certificate.paper-check-text'),
        address: `${origin.replace(/^https?:\/\//, '')}/training/certificate`,
        why: t('certificate.paper-why'),
      },
      not: t('certificate.paper-not'),
      drawing: drawingOf(pack, 'talk'),
      sheets: held.map((one) => ({
        name: one.name,
        tier: tierOf(one.tier),
        took: t(one.update ? 'certificate.paper-took-update' : 'certificate.paper-took'),
        gave: one.update
          ? updatedWords(t, partnership.name, one.learnt, one.update)
          : one.gave
            ? t('certificate.paper-of', { partner: one.gave, partnership: partnership.name })
            : t('certificate.paper-alone', { partnership: partnership.name }),
        facts: [
          ...(one.organisation ? [{ term: t('certificate.paper-works'), value: one.organisation }] : []),
          { term: t(one.update ? 'certificate.paper-updated' : 'certificate.paper-day'), value: longDate(one.learnt) },
          { term: t('certificate.paper-until'), value: one.ends ? longDate(one.ends) : t('certificate.paper-until-change') },
          { term: t('certificate.paper-version'), value: one.taught, plain: true },
        ],
        code: grouped(one.code),
        checkAt: `${origin}/training/certificate?c=${one.code}`,
        demonstration: one.demonstration ? t('certificate.paper-demonstration') : null,
      })),
    },
  }
}
