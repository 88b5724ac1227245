import type { Pack } from '../../../content/pack.ts'
import { type CourseTier, itemsById } from '../../../domain/training/course.ts'
import type { Item } from '../../../domain/training/part.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import { type TimedPart, timetable, watch } from '../../../domain/training/timetable.ts'
import { englishLocale, type PackLocale } from '../../../format/locale.ts'
import type { FormatMessage } from '../../../format/messages.ts'
import { longDate } from '../../../format/when.ts'
import { aboutOf, checkedOfTier, downloadsOf } from '../../shared/course/about.ts'
import { type Cobranded, cobrandedOf } from '../../shared/course/cobranded.ts'
import { eventSlideNumber, numberIn } from '../../shared/course/event-slide.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { type Setting, settingOf } from '../../shared/paper/edition.ts'
import { runsFrom } from '../../shared/paper/markdown.ts'
import type { Run } from '../../shared/paper/runs.ts'
import { withWord } from '../../shared/word/output.ts'

type Asked = { ask: string; expect: readonly string[] }

export type GuideData = {
  setting: Setting
  cobranded?: Cobranded
  title: string
  lead: string
  drawing: string
  about: readonly string[]
  words: Readonly<
    Record<
      | 'contents'
      | 'page'
      | 'right'
      | 'say'
      | 'ask'
      | 'expect'
      | 'do'
      | 'care'
      | 'prepare'
      | 'asked'
      | 'run'
      | 'begins'
      | 'ends'
      | 'late'
      | 'part'
      | 'slides',
      string
    >
  >
  run: readonly { begins: string; ends: string; title: string; slides: string; late: string | null }[]
  /** What is got ready before the day. */
  prepare: readonly string[]
  /** What a trainer is asked about the course itself. */
  asked: readonly string[]
  parts: readonly {
    title: string
    lead: string
    drawing: string
    slides: readonly {
      title: string
      at: string
      say: readonly Run[]
      do: string | null
      care: readonly string[]
      asked: readonly Asked[]
      item: Item | null
    }[]
  }[]
  /** Of an event, whose own sheet comes with it, only what is counted: neither `event` nor `columns`. */
  attendance: { title: string; note: string; event: readonly string[]; counted: readonly string[]; columns: readonly string[] }
  evaluation: {
    title: string
    note: string
    before: string
    after: string
    question: string
    scale: readonly string[]
    open: readonly string[]
  }
}

/** For whoever gives the course: what is said and asked, minute by minute, and the sheets to hand out. One for each tier. */
export const guide: Kind<GuideData> = {
  name: 'guide',
  outputs: (pack: Pack, edition) => pack.course.tiers.flatMap((tier) => withWord(guideOf(englishLocale(pack), tier, edition))),
  maker: () => import('./draw.ts'),
}

/** The number of the last slide of the course. */
const lastOf = (parts: readonly TimedPart[]): number => Math.max(...parts.flatMap(({ slides }) => slides.flatMap(({ numbers }) => numbers)))

const guideOf = (locale: PackLocale, tier: CourseTier, edition: Edition): Output<GuideData> => {
  const { origin } = edition
  const { pack, t } = locale
  const { course } = pack
  const date = checkedOfTier(pack, tier)
  const cobranded = cobrandedOf(pack, edition)
  const parts = timetable(course, tier)
  const items = itemsById(course)
  const range = (ofCourse: readonly number[]) => {
    const numbers = ofCourse.map(numberIn(edition))
    return numbers.length > 1 ? `${numbers[0]}–${numbers.at(-1)}` : String(numbers[0] ?? '')
  }
  return {
    id: `guide-${tier.id}`,
    kind: 'guide',
    file: `guide-${tier.id}.pdf`,
    title: t('press.guide', { tier: tier.name }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      setting: settingOf(locale, date),
      ...cobranded,
      title: t('press.guide-title'),
      lead: course.title,
      drawing: drawingOf(pack, 'fingerpost'),
      about: [
        ...(cobranded.cobranded ? [cobranded.cobranded.line] : []),
        tier.name,
        ...(edition.event ? [t('event-files.guide', edition.event)] : []),
        tier.for,
        t('press.version', { version: course.taught, date: longDate(Temporal.PlainDate.from(course.releases[0]?.date ?? date)) }),
      ],
      words: {
        contents: t('press.contents'),
        page: t('press.page'),
        right: t('training.right'),
        say: t('press.say'),
        ask: t('press.ask'),
        expect: t('press.expect'),
        do: t('press.do'),
        run: t('press.run'),
        begins: t('press.begins'),
        part: t('press.part'),
        slides: t('press.slides-head'),
        ends: t('press.ends'),
        late: t('press.late'),
        care: t('press.care'),
        prepare: t('press.prepare'),
        asked: t('deck.about'),
      },
      run: parts.map(({ part, slides, begins, ends }) => ({
        begins: watch(begins),
        ends: watch(ends),
        title: part.title,
        slides: range(slides.flatMap(({ numbers }) => numbers)),
        late: part.late ?? null,
      })),
      prepare: [
        ...(edition.event
          ? [t('event-files.guide-slide', { number: eventSlideNumber }), t('event-files.guide-end', { number: lastOf(parts) + 2 })]
          : []),
        ...parts.flatMap(({ part }) => part.slides.flatMap(({ notes }) => notes.prepare ?? [])),
        downloadsOf(pack, edition),
      ],
      asked: aboutOf(pack, tier),
      parts: parts.map(({ part, slides }) => ({
        title: part.title,
        lead: part.lead,
        drawing: drawingOf(pack, part.drawing),
        slides: slides.map(({ slide, numbers, spans }) => ({
          title: slide.title,
          at:
            slide.type === 'scenario' && slide.instead
              ? t('press.slide-hidden', { slides: range(numbers) })
              : t('press.slide-time', {
                  slides: range(numbers),
                  begins: watch(spans[0]?.begins ?? 0),
                  ends: watch(spans.at(-1)?.ends ?? 0),
                }),
          say: runsFrom(slide.notes.say, origin),
          do: doing(t, slide),
          care: slide.notes.care ?? [],
          asked: [
            ...(slide.notes.ask ? [{ ask: slide.notes.ask, expect: slide.notes.expect ?? [] }] : []),
            ...(slide.type === 'scenario' ? slide.questions : []),
          ],
          item: slide.type === 'question' ? lettered(t, items.get(slide.item)) : null,
        })),
      })),
      attendance: {
        title: t('press.attendance'),
        note: edition.event ? t('event-files.guide-sheet', edition.event) : t('press.attendance-note', { version: course.taught }),
        counted: [t('press.slips'), t('press.average-before'), t('press.average-after')],
        event: edition.event ? [] : [t('press.event-date'), t('press.event-place'), t('press.event-trainer')],
        columns: edition.event
          ? []
          : [t('press.attended-name'), t('press.attended-organisation'), t('press.attended-job'), t('press.attended-signature')],
      },
      evaluation: {
        title: t('press.evaluation'),
        note: t('press.evaluation-note'),
        before: t('press.evaluation-before'),
        after: t('press.evaluation-after'),
        question: course.confidence.question,
        scale: course.confidence.scale,
        open: [t('press.evaluation-do'), t('press.evaluation-unclear'), t('press.evaluation-better')],
      },
    },
  }
}

/** What the trainer does at a slide: what its own notes say; of a case before it, and of a question without such notes, what every one asks for. */
const doing = (t: FormatMessage, { type, notes }: Slide): string | null =>
  [
    ...(type === 'question' && !notes.do ? [t('deck.hands')] : type === 'scenario' ? [t('deck.read-case')] : []),
    ...(notes.do ? [notes.do] : []),
  ].join(' ') || null

/** A question with the letters that the room sees before its answers. */
const lettered = (t: FormatMessage, item: Item | undefined): Item | null =>
  item
    ? {
        ...item,
        choices: item.choices.map((choice, n) => ({
          ...choice,
          text: t('press.letter', { letter: String.fromCharCode(65 + n), text: choice.text }),
        })),
      }
    : null
