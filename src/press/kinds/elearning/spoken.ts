import { askedIn } from '../../../domain/training/course.ts'
import type { Part } from '../../../domain/training/part.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { neededOf } from './player/record.ts'
import type { Spoken } from './player/spoken.ts'

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, n) => n)

export const spokenOf = ({ t, pack }: PackLocale, parts: readonly Part[]): Spoken => {
  const checks = parts.flatMap((part): [string, number][] => {
    const { length } = askedIn(pack.course, part)
    return length ? [[part.id, length]] : []
  })
  const all = checks.reduce((sum, [, length]) => sum + length, 0)
  const needed = neededOf(all, pack.course.pass)
  return {
    passed: upTo(all).map((right) => t('elearning.passed', { right, all })),
    failed: upTo(all).map((right) => t('elearning.failed', { right, all, needed })),
    ofCheck: Object.fromEntries(
      checks.map(([id, length]) => [id, upTo(length).map((right) => t('training.of-all', { right, all: length }))]),
    ),
    place: parts.map((_, index) => t('elearning.part-of', { number: index + 1, all: parts.length })),
    toDo: t('elearning.to-do', { parts: '{parts}' }),
    done: t('elearning.done'),
    resumed: t('elearning.resumed'),
    kept: t('elearning.kept'),
    notKept: t('elearning.not-kept'),
    notSaved: t('elearning.not-saved'),
    seen: t('elearning.seen'),
    here: t('elearning.here'),
  }
}
