import type { Pack } from '../../../content/pack.ts'
import type { CourseTier } from '../../../domain/training/course.ts'
import { courseOfLesson, lessonBefore } from '../../../domain/training/lesson.ts'
import { lessonWords } from '../../../format/lesson.ts'
import { messagesIn } from '../../../format/messages.ts'
import type { Edition } from '../output.ts'

/** The pack with what is new in a tier for its course. `from`: the version whose holders it is for. */
export type Update = { pack: Pack; tier: CourseTier; from: string }

/**
 * What is new in each tier for who took the version last before, where something is. Who took an older one learns at the site, which knows from
 * their certificate what they lack; and a training provider makes its own files anew with each version.
 */
export const updatesOf = (pack: Pack, { provider, origin }: Pick<Edition, 'provider' | 'origin'>, asked: 'all' | 'questions'): Update[] =>
  provider
    ? []
    : pack.course.tiers.flatMap((own) => {
        const lesson = lessonBefore(pack.course, own)
        if (!lesson) return []
        const course = courseOfLesson(pack.course, lesson, lessonWords(messagesIn(pack.words), pack.course, lesson, origin), asked)
        return course.tiers.map((tier) => ({ pack: { ...pack, course }, tier, from: lesson.from }))
      })
