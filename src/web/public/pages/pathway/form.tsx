import type { Answers } from '../../../../domain/flow/answers.ts'
import { givensOf } from '../../../../domain/flow/route.ts'
import type { World } from '../../../../domain/flow/walk.ts'
import { rules } from '../../../../domain/pathway/rules.ts'
import type { Locale } from '../../../context/types.ts'
import { sealedAnswers } from '../../../flow/answers-carrier.ts'
import { type FlowViews, flowForm } from '../../../flow/flow-form.ts'
import type { Form } from '../../../forms/form.ts'
import type { Sealer } from '../../../forms/seal.ts'
import { formPages } from '../../layout/form-pages.ts'
import type { AnswerOf, FormTools } from '../../layout/page.ts'
import { pathwayAddress, pathwayOf } from './frame.tsx'
import { beforeYouGo } from './leave.tsx'
import { AnswersGiven, outcomeAsText, outcomePage } from './outcome.tsx'
import { asksPlaces, pathwayQuestion } from './question.tsx'

/**
 * So many pages are kept at once, of some 70 KB each. Ticks make thousands of outcomes; those that are asked for again within a minute are
 * few, and one that is not kept is made in some 3 ms.
 */
const most = 64

const carrierOf = (locale: Locale, sealer: Sealer) =>
  sealedAnswers(pathwayOf(locale).flow, sealer, { otherVersion: 'pathway.other-version', notAnswers: 'check.lost' })

/** What was answered here, for a form that takes it along; null where it is no field of this one. */
export const openPathway = async (locale: Locale, sealer: Sealer, field: string): Promise<Answers | null> => {
  const opened = await carrierOf(locale, sealer).open(field)
  return 'refused' in opened ? null : opened.carried
}

/** POST /pathway: one step. Answers travel sealed in the page; nothing is kept. */
export const pathwayForm = ({ locale, sealer }: FormTools): Form<Answers> => {
  const { flow } = pathwayOf(locale)
  const { context, show, template, minuteTemplate } = formPages(locale, most)
  const world = (): World => ({ rules, today: context().local.toPlainDate() })

  const views: FlowViews = {
    question: ({ question, answers, asked, field, faults }) => {
      const missing = faults.length > 0
      const [one] = asked()
      const chosen = one && answers[one.entry.id]
      const as = { options: one?.options ?? [], variant: one?.variant, givens: givensOf(flow, answers, world()) }
      const make: AnswerOf = (context) => pathwayQuestion(context, { question, missing, chosen, ...as })
      const status = missing ? 400 : 200
      // The first question takes no answers along, so it has no slot.
      if (question === flow.questions[0]) return show(make, { status })
      // An answer that is shown again belongs to one reader: only the empty pages are worth keeping.
      if (chosen !== undefined) return show(make, { status, filled: field })
      const { givens, ...words } = as
      const name = JSON.stringify([question.id, missing, words, asksPlaces(question) ? givens : null])
      return { status, page: template(name, make).fill(field) }
    },
    outcome: ({ reached, questions, answers, field, view }) => {
      const said = { answers, questions, givens: givensOf(flow, answers, world()), sealed: field }
      if (view === 'text') return show((context) => outcomeAsText(context, reached, said))
      const name = [reached.id, ...reached.actions.map(({ id, variant }) => `${id}:${variant ?? ''}`)].join(' ')
      const asked = new Set(questions.map(({ id }) => id))
      const page = minuteTemplate(name, (context) => outcomePage(context, reached, asked))
      return { status: 200, page: page.fill(String(<AnswersGiven context={context()} said={said} />)) }
    },
    leaving: (rows, { field }) => {
      const page = minuteTemplate(`leave ${rows.map(({ id }) => id).join(' ')}`, (context) => beforeYouGo(context, rows))
      return { status: 200, page: page.fill(field) }
    },
  }

  return flowForm({
    path: pathwayAddress,
    cacheControl: 'private, no-cache',
    flow,
    world,
    carrier: carrierOf(locale, sealer),
    views,
    buttons: {
      /** The same as text, for a case file. */
      text: () => ({ view: 'text' }),
      /** Where it is and where the person is: both are sent along with any step. */
      where: (_, answers) => ({ answers }),
      /** In danger the flow ends at its first question: whoever is safe again goes on from there. */
      safe: (question, answers) => ({
        answers: flow.questions.some(({ id }) => id === question) ? { ...answers, [question]: 'no' } : answers,
      }),
    },
  })
}
