import { randomUUID } from 'node:crypto'
import { askedIn, type CourseTier } from '../../../../domain/training/course.ts'
import type { Part } from '../../../../domain/training/part.ts'
import { answersIn } from '../../../forms/answers.ts'
import type { Form } from '../../../forms/form.ts'
import { passedCarrier } from '../../../forms/passed.ts'
import { formPages } from '../../layout/form-pages.ts'
import type { FormTools } from '../../layout/page.ts'
import { checkAnswers, checkMissing } from './check.tsx'
import { partAddress } from './page.tsx'

/** The check of a part of the course that asks something. Answers are closed and stand in the form alone: nothing is kept, nothing is in the address. */
export const courseCheckForm = ({ locale, sealer, counts }: FormTools, part: Part): Form => {
  const items = askedIn(locale.pack.course, part)
  const { show } = formPages(locale)
  const passed = passedCarrier(sealer)
  const { taught } = locale.pack.course
  const proof = counts ? (tier: CourseTier): string => passed.keep({ entry: randomUUID(), tier: tier.id, taught }) : undefined
  return {
    path: partAddress(part.id),
    cacheControl: 'private, no-cache',
    answer: ({ fields }) => {
      const answers = answersIn(fields, items)
      const asked = { locale, part, items }
      return answers.size === items.length
        ? show(() => checkAnswers(asked, answers, proof))
        : show(() => checkMissing(asked, answers), { status: 400 })
    },
  }
}
