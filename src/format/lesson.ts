import type { WordId } from '../content/word-ids.ts'
import type { Course } from '../domain/training/course.ts'
import { courseOfLesson, type Lesson, type LessonWords } from '../domain/training/lesson.ts'
import type { FormatMessage } from './messages.ts'
import { longDate } from './when.ts'

/** What the pack says around a short update: on the page, in the package and on slides alike. */
export const lessonWords = (
  t: FormatMessage<WordId>,
  { releases }: Pick<Course, 'releases'>,
  { tier, from }: Lesson,
  origin: string,
): LessonWords => {
  const date = releases.find(({ taught }) => taught === from)?.date
  return {
    tier: t('update.tier', { tier: tier.name }),
    title: t('update.deck-title'),
    lead: t('update.deck-lead', { date: date ? longDate(Temporal.PlainDate.from(date)) : '' }),
    say: (minutes) => t('update.deck-say', { minutes }),
    isNew: (part, number) => (number === 1 ? t('update.is-new', { part }) : t('update.is-new-more', { part, number })),
    renew: {
      title: t('update.renew'),
      system: t('update.renew-system'),
      points: [t('update.renew-where', { address: `${origin.replace(/^https?:\/\//, '')}/training/update` }), t('update.renew-what')],
    },
    confirm: {
      question: t('update.confirm'),
      ...{ yes: t('update.yes'), yesWhy: t('update.yes-why'), no: t('update.no'), noWhy: t('update.no-why') },
    },
  }
}

/** How long a short update takes with its questions, at the pace at which a course is taught: what every page, mail and slide says of it. */
export const lessonMinutes = (t: FormatMessage<WordId>, course: Course, lesson: Lesson, origin: string): number =>
  courseOfLesson(course, lesson, lessonWords(t, course, lesson, origin), 'all').tiers[0]?.minutes ?? 1
