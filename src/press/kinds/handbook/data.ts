import type { Pack } from '../../../content/pack.ts'
import { askedIn, type CourseTier } from '../../../domain/training/course.ts'
import type { Item } from '../../../domain/training/part.ts'
import { timetable } from '../../../domain/training/timetable.ts'
import { englishLocale, type PackLocale } from '../../../format/locale.ts'
import { longDate, partialDate } from '../../../format/when.ts'
import { checkedOfTier } from '../../shared/course/about.ts'
import { type Cobranded, cobrandedOf } from '../../shared/course/cobranded.ts'
import { indexedIn, type PaperSlide, paperSlide } from '../../shared/course/shown.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'
import { type Block, blocksFrom } from '../../shared/paper/markdown.ts'
import { withWord } from '../../shared/word/output.ts'

export type HandbookData = {
  setting: Setting
  cobranded?: Cobranded
  title: string
  lead: string
  drawing: string
  about: readonly string[]
  words: { contents: string; index: string; page: string; right: string; history: string; sources: string }
  parts: readonly {
    title: string
    lead: string
    drawing: string
    /** Questions of the check that are asked in this part. */
    check: readonly Item[]
    slides: readonly { title: string; at: string; shown: PaperSlide | null; blocks: readonly Block[]; index: readonly string[] }[]
  }[]
  history: readonly { when: string; what: string; source: string }[]
  sources: readonly string[]
}

/** What the course teaches, to read and to keep: one for each tier. */
export const handbook: Kind<HandbookData> = {
  name: 'handbook',
  outputs: (pack: Pack, edition: Edition) => pack.course.tiers.flatMap((tier) => withWord(handbookOf(englishLocale(pack), tier, edition))),
  maker: () => import('./draw.ts'),
}

const handbookOf = (locale: PackLocale, tier: CourseTier, edition: Edition): Output<HandbookData> => {
  const { origin } = edition
  const { pack, t } = locale
  const { course } = pack
  const date = checkedOfTier(pack, tier)
  const cobranded = cobrandedOf(pack, edition)
  const parts = timetable(course, tier)
  const slideWords = (numbers: readonly number[]) =>
    numbers.length > 1
      ? t('press.slides', { first: numbers[0] ?? '', last: numbers.at(-1) ?? '' })
      : t('press.slide', { number: numbers[0] ?? '' })
  return {
    id: `handbook-${tier.id}`,
    kind: 'handbook',
    file: `handbook-${tier.id}.pdf`,
    title: t('press.handbook', { tier: tier.name }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      setting: settingOf(locale, date),
      ...cobranded,
      title: course.title,
      lead: course.lead,
      drawing: drawingOf(pack, parts[0]?.part.drawing ?? 'talk'),
      about: [
        ...(cobranded.cobranded ? [cobranded.cobranded.line] : []),
        t('press.handbook', { tier: tier.name }),
        tier.for,
        t('press.version', { version: course.taught, date: longDate(Temporal.PlainDate.from(course.releases[0]?.date ?? date)) }),
      ],
      words: {
        contents: t('press.contents'),
        index: t('press.index'),
        page: t('press.page'),
        right: t('training.right'),
        history: t('training.history', { area: pack.partnership.area }),
        sources: t('press.sources'),
      },
      parts: parts.map(({ part, slides }) => ({
        title: part.title,
        lead: part.lead,
        drawing: drawingOf(pack, part.drawing),
        check: askedIn(course, part),
        // A question stands with its answers below.
        slides: slides
          .filter(({ slide }) => slide.type !== 'question' && slide.type !== 'confidence')
          .map(({ slide, numbers }) => ({
            title: slide.title,
            at: slideWords(numbers),
            shown: paperSlide(locale, slide),
            blocks: blocksFrom(slide.handbook ?? '', origin),
            index: indexedIn(locale, slide),
          })),
      })),
      history: course.history.map(({ when, until, what, source, source_date }) => ({
        when: until ? t('training.from-to', { from: partialDate(when), to: partialDate(until) }) : partialDate(when),
        what,
        source:
          source_date === 'unknown'
            ? t('campaigns.source', { source })
            : t('campaigns.source-dated', { source, date: partialDate(source_date) }),
      })),
      sources: [...new Set(parts.map(({ part }) => part.source))],
    },
  }
}
