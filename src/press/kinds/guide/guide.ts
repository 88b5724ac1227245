import type { Pack } from '../../../content/pack.ts'
import { type CourseTier, itemsById } from '../../../domain/training/course.ts'
import type { Item } from '../../../domain/training/part.ts'
import type { Slide } from '../../../domain/training/slide.ts'
import { timetable, watch } from '../../../domain/training/timetable.ts'
import { longDate } from '../../../format/when.ts'
import { aboutOf, downloadsOf } from '../../shared/course/about.ts'
import type { Kind } from '../../shared/kind.ts'
import type { Edition, Output } from '../../shared/output.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { englishOf, type Setting, settingOf, type Tongue } from '../../shared/paper/edition.ts'
import { runsFrom } from '../../shared/paper/markdown.ts'
import type { Run, Speak } from '../../shared/paper/speak.ts'
import { withWord } from '../../shared/word/output.ts'
import { type Own, ownOf } from '../../training-provider/own.ts'
import { checkedOfTier } from '../handbook/handbook.ts'

type Asked = { ask: string; expect: readonly string[] }

export type GuideData = {
  setting: Setting
  own?: Own
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
  outputs: (pack: Pack, edition) => pack.course.tiers.flatMap((tier) => withWord(guideOf(englishOf(pack), tier, edition))),
  maker: () => import('./draw.ts'),
}

const guideOf = (tongue: Tongue, tier: CourseTier, edition: Edition): Output<GuideData> => {
  const { origin } = edition
  const { pack, say } = tongue
  const { course } = pack
  const date = checkedOfTier(pack, tier)
  const own = ownOf(pack, edition)
  const parts = timetable(course, tier)
  const items = itemsById(course)
  const range = (numbers: readonly number[]) => (numbers.length > 1 ? `${numbers[0]}–${numbers.at(-1)}` : String(numbers[0] ?? ''))
  return {
    id: `guide-${tier.id}`,
    kind: 'guide',
    file: `guide-${tier.id}.pdf`,
    title: say('press.guide', { tier: tier.name }),
    language: 'en',
    format: 'pdf',
    date,
    data: {
      setting: settingOf(tongue, date),
      ...own,
      title: say('press.guide-title'),
      lead: course.title,
      drawing: drawingOf(pack, 'fingerpost'),
      about: [
        ...(own.own ? [own.own.line] : []),
        tier.name,
        tier.for,
        say('press.version', { version: course.taught, date: longDate(Temporal.PlainDate.from(course.releases[0]?.date ?? date)) }),
      ],
      words: {
        contents: say('press.contents'),
        page: say('press.page'),
        right: say('training.right'),
        say: say('press.say'),
        ask: say('press.ask'),
        expect: say('press.expect'),
        do: say('press.do'),
        run: say('press.run'),
        begins: say('press.begins'),
        part: say('press.part'),
        slides: say('press.slides-head'),
        ends: say('press.ends'),
        late: say('press.late'),
        care: say('press.care'),
        prepare: say('press.prepare'),
        asked: say('deck.about'),
      },
      run: parts.map(({ part, slides, begins, ends }) => ({
        begins: watch(begins),
        ends: watch(ends),
        title: part.title,
        slides: range(slides.flatMap(({ numbers }) => numbers)),
        late: part.late ?? null,
      })),
      prepare: [...parts.flatMap(({ part }) => part.slides.flatMap(({ notes }) => notes.prepare ?? [])), downloadsOf(pack, edition)],
      asked: aboutOf(pack, tier),
      parts: parts.map(({ part, slides }) => ({
        title: part.title,
        lead: part.lead,
        drawing: drawingOf(pack, part.drawing),
        slides: slides.map(({ slide, numbers, spans }) => ({
          title: slide.title,
          at:
            slide.type === 'scenario' && slide.instead
              ? say('press.slide-hidden', { slides: range(numbers) })
              : say('press.slide-time', {
                  slides: range(numbers),
                  begins: watch(spans[0]?.begins ?? 0),
                  ends: watch(spans.at(-1)?.ends ?? 0),
                }),
          say: runsFrom(slide.notes.say, origin),
          do: doing(say, slide),
          care: slide.notes.care ?? [],
          asked: [
            ...(slide.notes.ask ? [{ ask: slide.notes.ask, expect: slide.notes.expect ?? [] }] : []),
            ...(slide.type === 'scenario' ? slide.questions : []),
          ],
          item: slide.type === 'question' ? lettered(say, items.get(slide.item)) : null,
        })),
      })),
      attendance: {
        title: say('press.attendance'),
        note: say('press.attendance-note', { version: course.taught }),
        counted: [say('press.slips'), say('press.average-before'), say('press.average-after')],
        event: [say('press.event-date'), say('press.event-place'), say('press.event-trainer')],
        columns: [
          say('press.attended-name'),
          say('press.attended-organisation'),
          say('press.attended-job'),
          say('press.attended-signature'),
        ],
      },
      evaluation: {
        title: say('press.evaluation'),
        note: say('press.evaluation-note'),
        before: say('press.evaluation-before'),
        after: say('press.evaluation-after'),
        question: course.confidence.question,
        scale: course.confidence.scale,
        open: [say('press.evaluation-do'), say('press.evaluation-unclear'), say('press.evaluation-better')],
      },
    },
  }
}

/** What the trainer does at a slide: what its own notes say; of a case before it, and of a question without such notes, what every one asks for. */
const doing = (say: Speak, { type, notes }: Slide): string | null =>
  [
    ...(type === 'question' && !notes.do ? [say('deck.hands')] : type === 'scenario' ? [say('deck.read-case')] : []),
    ...(notes.do ? [notes.do] : []),
  ].join(' ') || null

/** A question with the letters that the room sees before its answers. */
const lettered = (say: Speak, item: Item | undefined): Item | null =>
  item
    ? {
        ...item,
        choices: item.choices.map((choice, n) => ({
          ...choice,
          text: say('press.letter', { letter: String.fromCharCode(65 + n), text: choice.text }),
        })),
      }
    : null
