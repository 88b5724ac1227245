import { askedIn } from '../../../../domain/training/course.ts'
import type { Part } from '../../../../domain/training/part.ts'
import type { Form } from '../../../forms/form.ts'
import { formPages } from '../../layout/form-pages.ts'
import type { FormTools } from '../../layout/page.ts'
import { checkAnswers, checkMissing } from './check.tsx'
import { partAddress } from './page.tsx'

/** The check of a part of the course that asks something. Answers are closed and stand in the form alone: nothing is kept, nothing is in the address. */
export const courseCheckForm = ({ locale }: FormTools, part: Part): Form => {
  const items = askedIn(locale.pack.course, part)
  const { show } = formPages(locale)
  return {
    path: partAddress(part.id),
    cacheControl: 'private, no-cache',
    answer: ({ fields }) => {
      const answers = new Map(
        items.flatMap(({ id, choices }) => {
          const chosen = fields.choice(
            id,
            choices.map((choice) => choice.id),
          )
          return chosen === null ? [] : [[id, chosen] as const]
        }),
      )
      const asked = { locale, part, items }
      return answers.size === items.length
        ? show(() => checkAnswers(asked, answers))
        : show(() => checkMissing(asked, answers), { status: 400 })
    },
  }
}
