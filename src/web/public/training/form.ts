import { askedIn } from '../../../domain/training/course.ts'
import { renderContextOfMinute } from '../../context/render-context.ts'
import type { Locale } from '../../context/types.ts'
import type { Step } from '../../http/respond.ts'
import { documentOf } from '../layout/shell.tsx'
import { checkAnswers, checkMissing } from './check.tsx'
import { partAddress } from './overview.tsx'

/** The check of each part that asks one, by its address. Answers are closed and stand in the form alone: nothing is kept, nothing is in the address. */
export const trainingSteps = (locale: Locale): [string, Step][] =>
  locale.pack.course.parts.flatMap((part): [string, Step][] => {
    const items = askedIn(locale.pack.course, part)
    if (!items.length) return []
    const context = renderContextOfMinute(locale)
    const answer = (form: URLSearchParams) => {
      const answers = new Map(
        items.flatMap(({ id, choices }) => {
          const chosen = form.get(id)
          return chosen !== null && choices.some((c) => c.id === chosen) ? [[id, chosen] as const] : []
        }),
      )
      const whole = answers.size === items.length
      const page = whole ? checkAnswers({ locale, part, items }, answers) : checkMissing({ locale, part, items }, answers)
      return { status: whole ? 200 : 400, page: documentOf(context(), page) }
    }
    return [[partAddress(part.id), { keeping: 'private, no-cache', answer }]]
  })
