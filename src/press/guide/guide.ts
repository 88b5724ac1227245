import type { Pack } from '../../content/pack.ts'
import { longDate } from '../../content/speech/when.ts'
import type { CourseTier } from '../../domain/training/course.ts'
import type { Item } from '../../domain/training/part.ts'
import { slideMinutes } from '../../domain/training/time.ts'
import { numberedParts } from '../course/numbered.ts'
import { checkedOfTier } from '../handbook/handbook.ts'
import type { Kind } from '../kind.ts'
import { type Own, ownOf } from '../organisation/own.ts'
import type { Edition, Output } from '../output.ts'
import { drawingOf } from '../paper/drawing.ts'
import { englishOf, type Setting, settingOf, type Tongue } from '../paper/edition.ts'
import { runsFrom } from '../paper/markdown.ts'
import type { Run } from '../paper/speak.ts'
import { withWord } from '../word/output.ts'

type Asked = { ask: string; expect: readonly string[] }

export type GuideData = {
  setting: Setting
  own?: Own
  title: string
  lead: string
  drawing: string
  about: readonly string[]
  words: Readonly<
    Record<'contents' | 'page' | 'right' | 'say' | 'ask' | 'expect' | 'do' | 'run' | 'begins' | 'part' | 'slides' | 'lasts', string>
  >
  run: readonly { begins: string; title: string; slides: string; lasts: string }[]
  parts: readonly {
    title: string
    lead: string
    drawing: string
    slides: readonly {
      title: string
      at: string
      say: readonly Run[]
      do: string | null
      asked: readonly Asked[]
      item: Item | null
    }[]
  }[]
  attendance: { title: string; note: string; event: readonly string[]; columns: readonly string[] }
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
  const parts = numberedParts(course, tier)
  const items = course.parts.flatMap(({ check }) => check ?? [])
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
        lasts: say('press.lasts'),
      },
      run: parts.map(({ part, slides }, at) => ({
        begins: String(parts.slice(0, at).reduce((sum, before) => sum + before.part.minutes, 0)),
        title: part.title,
        slides: range(slides.flatMap(({ numbers }) => numbers)),
        lasts: String(part.minutes),
      })),
      parts: parts.map(({ part, slides }) => ({
        title: part.title,
        lead: part.lead,
        drawing: drawingOf(pack, part.drawing),
        slides: slides.map(({ slide, numbers }) => ({
          title: slide.title,
          at: say('press.slide-time', { slides: range(numbers), minutes: Math.max(0.5, Math.round(slideMinutes(slide) * 2) / 2) }),
          say: runsFrom(slide.notes.say, origin),
          do: slide.notes.do ?? null,
          asked: [
            ...(slide.notes.ask ? [{ ask: slide.notes.ask, expect: slide.notes.expect ?? [] }] : []),
            ...(slide.type === 'scenario' ? slide.questions : []),
          ],
          item: slide.type === 'question' ? (items.find(({ id }) => id === slide.item) ?? null) : null,
        })),
      })),
      attendance: {
        title: say('press.attendance'),
        note: say('press.attendance-note', { version: course.taught }),
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
