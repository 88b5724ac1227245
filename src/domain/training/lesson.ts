import type { Course, CourseTier, Learn } from './course.ts'
import { delta } from './delta.ts'
import type { Item, Part } from './part.ts'
import type { Slide } from './slide.ts'
import { partMinutes } from './time.ts'

/** A part of which something changed: what is new in it, the slides that show it, and the questions of its check that ask it, or nothing but what those teach. */
export type LessonPart = { part: Part; learn: readonly Learn[]; slides: readonly Slide[]; questions: readonly Item[] }

/** The short update of a tier: from a version that somebody learned to today's, the changed parts alone, in the order of the tier. */
export type Lesson = { tier: CourseTier; from: string; to: string; parts: readonly LessonPart[] }

/**
 * What a holder of a version learns to hold today's. Null: nothing, or nobody knows that version, and then it is the whole course.
 * A slide that a release named and that the course has no more is left out: the sentence says what is new.
 */
export const lessonOf = (course: Pick<Course, 'releases' | 'taught' | 'parts'>, tier: CourseTier, from: string): Lesson | null => {
  const { known, learn } = delta(course.releases, tier, from, course.taught)
  if (!known || !learn.length) return null
  const parts = tier.parts.flatMap((id): LessonPart[] => {
    const part = course.parts.find((one) => one.id === id)
    const own = learn.filter((one) => one.part === id)
    if (!part || !own.length) return []
    const named = new Set(own.flatMap(({ slides = [] }) => slides))
    const slides = part.slides.filter((slide) => named.has(slide.id))
    const taught = new Set(slides.flatMap(({ teaches = [] }) => teaches))
    const asked = new Set(own.flatMap(({ asks = [] }) => asks))
    return [
      {
        part,
        learn: own,
        slides,
        questions: (part.check ?? []).filter(({ id, checks }) => asked.has(id) || checks.every((one) => taught.has(one))),
      },
    ]
  })
  return { tier, from, to: course.taught, parts }
}

/** The version last before today's whose holders of a tier have something to learn; null: there is none. Packages and slides are made for them. */
export const lessonBefore = (course: Pick<Course, 'releases' | 'taught' | 'parts'>, tier: CourseTier): Lesson | null => {
  for (const { taught } of course.releases) {
    const lesson = taught === course.taught ? null : lessonOf(course, tier, taught)
    if (lesson) return lesson
  }
  return null
}

/** What the pack says around a lesson. `confirm`: asked once, where no question of the course asks what is new in some part. */
export type LessonWords = {
  tier: string
  title: string
  lead: string
  /** Said first; it tells how long the whole of it takes. */
  say(minutes: number): string
  isNew(part: string, number: number): string
  /** Said last, where no page renews the certificate. `system`: before it in a learning system, which may. */
  renew: { title: string; system: string; points: readonly string[] }
  confirm: { question: string; yes: string; yesWhy: string; no: string; noWhy: string }
}

/** Is there a part of which no question asks what is new? Whoever takes the update says once that they have read all: that is no question, and is never counted as one. */
export const mustConfirm = ({ parts }: Lesson): boolean => parts.some(({ questions }) => !questions.length)

/** As a package can ask it, which knows questions alone: whoever has not taken it in is told where to ask. */
const confirmed = ({ confirm }: LessonWords): Item => ({
  id: 'read-all',
  question: confirm.question,
  choices: [
    { id: 'yes', text: confirm.yes, right: true, why: confirm.yesWhy },
    { id: 'no', text: confirm.no, why: confirm.noWhy },
  ],
  checks: [],
})

/** The check of a lesson as a package has it. */
const checkOf = (lesson: Lesson, words: LessonWords): { part: Part; items: readonly Item[] }[] =>
  lesson.parts.map(({ part, questions }, at) => ({
    part,
    items: at === lesson.parts.length - 1 && mustConfirm(lesson) ? [...questions, confirmed(words)] : questions,
  }))

/**
 * A lesson as a course of one tier, so that whatever shows a course shows it. `asked`: what its check asks; a room is asked the questions of the
 * course alone.
 */
export const courseOfLesson = (course: Course, lesson: Lesson, words: LessonWords, asked: 'all' | 'questions'): Course => {
  const title = course.parts.flatMap(({ slides }) => slides).find((slide) => slide.type === 'title')
  const checks = new Map(checkOf(lesson, words).map(({ part, items }) => [part.id, items]))
  const questionOf = questionSlides(course)
  const partAt =
    (said: number) =>
    (own: LessonPart, index: number): Part => {
      const { id, version, title: name, lead, drawing, source, source_date, sure, checked, review, owner } = own.part
      const items = asked === 'all' ? (checks.get(id) ?? []) : own.questions
      const opening: Slide[] =
        index === 0 && title ? [{ ...title, title: words.title, lead: words.lead, notes: { say: words.say(said) }, teaches: [] }] : []
      const slides: Slide[] = [
        ...opening,
        ...own.learn.map(({ text }, n): Slide => {
          const points = sentences(text)
          return { type: 'points', id: `${id}-new-${n + 1}`, title: words.isNew(name, n + 1), points, notes: { say: text } }
        }),
        ...own.slides,
        ...items.map(questionOf),
        ...(index === lesson.parts.length - 1 ? [renewing(words, asked === 'all')] : []),
      ]
      const facts = { source, source_date, sure, checked, review, owner }
      return { id, version, title: name, lead, drawing, minutes: 1, slides, check: [...items], ...facts }
    }
  // Whatever number is said takes as long to say.
  const parts = lesson.parts.map(partAt(10))
  const items = new Map(parts.flatMap(({ check = [] }) => check.map((item) => [item.id, item] as const)))
  const minutes = Math.max(1, Math.ceil(parts.reduce((sum, part) => sum + partMinutes(part, items), 0)))
  // In a learning system too: nothing that is new may be missed.
  return {
    ...course,
    parts: lesson.parts.map(partAt(minutes)),
    pass: 100,
    tiers: [{ ...lesson.tier, name: words.tier, minutes, parts: parts.map(({ id }) => id) }],
  }
}

const renewing = ({ renew: { title, system, points } }: LessonWords, inSystem: boolean): Slide => {
  const said = [...(inSystem ? [system] : []), ...points]
  return { type: 'points', id: 'renew', title, points: said, notes: { say: said.join(' ') } }
}

/** As the course asks it, with its own notes. */
const questionSlides = ({ parts }: Pick<Course, 'parts'>): ((item: Item) => Slide) => {
  const there = new Map(
    parts.flatMap(({ slides }) => slides.flatMap((slide) => (slide.type === 'question' ? [[slide.item, slide] as const] : []))),
  )
  return (item) =>
    there.get(item.id) ?? { type: 'question', id: item.id, title: item.question, item: item.id, notes: { say: item.question } }
}

/** One point a sentence. */
const sentences = (text: string): string[] => text.split(/(?<=[.!?]["”]?) +(?=[A-Z“"{])/)
