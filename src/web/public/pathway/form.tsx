import type { Answers } from '../../../domain/flow/answers.ts'
import { answerTo } from '../../../domain/flow/answers.ts'
import type { Question } from '../../../domain/flow/flow.ts'
import { askedAs, back, givensOf, leaving, next, outcome, relevant, route } from '../../../domain/flow/route.ts'
import { keep, readKept } from '../../../domain/flow/version.ts'
import type { World } from '../../../domain/flow/walk.ts'
import { rules } from '../../../domain/pathway/rules.ts'
import { minuteOf } from '../../../domain/time/validity.ts'
import { renderContextOfMinute } from '../../context/render-context.ts'
import { timedCache } from '../../context/timed-cache.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import type { Sealer } from '../../forms/seal.ts'
import { type PageTemplate, pageTemplate, slot } from '../../http/page-template.ts'
import type { FlowPage, Step } from '../../http/respond.ts'
import { refusedPage } from '../errors/pages.tsx'
import type { PageParts } from '../layout/page.ts'
import { documentOf } from '../layout/shell.tsx'
import { pathwayOf } from './frame.tsx'
import { beforeYouGo } from './leave.tsx'
import { outcomeAsText, outcomePage, YouSaid } from './outcome.tsx'
import { asksPlaces, pathwayQuestion } from './question.tsx'

/** The version travels inside, so that answers to another one are recognised and told, not merely refused. */
const purpose = 'pathway'

/**
 * So many pages are kept at once, of some 70 KB each. Ticks make thousands of outcomes; those that are asked for again within a minute are
 * few, and one that is not kept is made in some 3 ms.
 */
const most = 64

/** POST /pathway: one step. Answers travel sealed in the page; nothing is kept. */
export const pathwayStep = (locale: Locale, sealer: Sealer): Step => {
  const { flow } = pathwayOf(locale)
  const context = renderContextOfMinute(locale)
  const worldOf = (): World => ({ rules, today: context().local.toPlainDate() })
  const made = new Map<string, PageTemplate>()
  /** Pages of questions are known beforehand: they change only with the pack. */
  const known = (key: string, make: (context: RenderContext) => PageParts): PageTemplate => {
    const there = made.get(key)
    if (there) return there
    const page = pageTemplate(documentOf(context(), make(context())))
    made.set(key, page)
    return page
  }
  /** Pages that show lines hold for their minute. They are kept by what they say, which is the same for all who are told it. */
  const ofMinute = timedCache<PageTemplate>(most)
  const shown = (key: string, make: (context: RenderContext) => PageParts): PageTemplate => {
    const its = context()
    return ofMinute.of(key, its.now, () => ({
      value: pageTemplate(documentOf(its, make(its)), { deflate: true }),
      valid: minuteOf(its.now),
    }))
  }
  const sealed = (answers: Answers): string => sealer.seal(keep(flow, answers), purpose)

  const ask = (question: Question, answers: Answers, missing = false): FlowPage => {
    const entry = question.entries[0]
    const chosen = entry ? answers[entry.id] : undefined
    const as = entry ? askedAs(flow, entry, answers, worldOf()) : { options: [], variant: undefined, givens: {} }
    const make = (m: RenderContext) => pathwayQuestion(m, { question, missing, chosen, ...as })
    const status = missing ? 400 : 200
    // The first question takes no answers along, so it has no hole.
    if (question === flow.questions[0]) return { status, page: documentOf(context(), make(context())) }
    // An answer that is shown again belongs to one reader: only the empty pages are worth keeping.
    if (chosen !== undefined) return { status, page: documentOf(context(), make(context())).replace(slot, sealed(answers)) }
    const { givens, ...words } = as
    const key = JSON.stringify([question.id, missing, words, asksPlaces(question) ? givens : null])
    return { status, page: known(key, make).fill(sealed(answers)) }
  }

  /** The question that is wanted next, or the outcome; `asText`: as text. */
  const goOn = (answers: Answers, asText = false): FlowPage => {
    const question = next(flow, answers, worldOf())
    if (question) return ask(question, answers)
    const reached = outcome(flow, answers, worldOf())
    if (!reached) throw new Error('a flow ends at a question or an outcome')
    const said = {
      answers,
      questions: route(flow, answers, worldOf()),
      givens: givensOf(flow, answers, worldOf()),
      sealed: sealed(answers),
    }
    if (asText) return { status: 200, page: documentOf(context(), outcomeAsText(context(), reached, said)) }
    const key = [reached.id, ...reached.actions.map(({ id, variant }) => `${id}:${variant ?? ''}`)].join(' ')
    const asked = new Set(said.questions.map(({ id }) => id))
    const page = shown(key, (m) => outcomePage(m, reached, asked))
    return { status: 200, page: page.fill(String(<YouSaid context={context()} said={said} />)) }
  }

  const leave = (answers: Answers): FlowPage => {
    const rows = leaving(flow, answers, worldOf())
    const page = shown(`leave ${rows.map(({ id }) => id).join(' ')}`, (m) => beforeYouGo(m, rows))
    return { status: 200, page: page.fill(sealed(answers)) }
  }

  const questionOf = (id: string | null): Question | undefined => flow.questions.find((question) => question.id === id)

  /** A question that these answers lead to, else where they lead. */
  const show = (id: string | null, answers: Answers): FlowPage => {
    const question = route(flow, answers, worldOf()).find((met) => met.id === id)
    return question ? ask(question, answers) : goOn(answers)
  }

  /** Where the report is made and where the person is, sent along with any step. An empty place follows another again. */
  const withPlaces = (form: URLSearchParams, answers: Answers): Answers => {
    const sent = flow.givens.filter(({ id }) => form.has(id))
    if (!sent.length) return answers
    return relevant(flow, { ...answers, ...Object.fromEntries(sent.map(({ id }) => [id, form.get(id) ?? ''])) }, worldOf())
  }

  const step = (form: URLSearchParams, answers: Answers): FlowPage => {
    const [backFrom, changes] = [form.get('back'), form.get('change')]
    if (form.has('leave')) return leave(answered(form, answers) ?? answers)
    if (backFrom !== null) return show(back(flow, answers, worldOf(), backFrom)?.id ?? null, answers)
    if (changes !== null) return show(changes, answers)
    if (form.has('resume')) return goOn(answers)
    if (form.has('text')) return goOn(answers, true)
    if (form.has('where')) return goOn(answers)
    const safe = questionOf(form.get('safe'))
    if (safe) return goOn(relevant(flow, { ...answers, [safe.id]: 'no' }, worldOf()))
    return answer(form, answers)
  }

  /** The answers with what was chosen on the page that was sent; null where that is no answer. */
  const answered = (form: URLSearchParams, answers: Answers): Answers | null => {
    const entry = questionOf(form.get('at'))?.entries[0]
    if (!entry) return answers
    const value = answerTo(entry, entry.kind === 'several' ? form.getAll(entry.id) : (form.get(entry.id) ?? ''))
    return value === undefined ? null : relevant(flow, { ...answers, [entry.id]: value }, worldOf())
  }

  const answer = (form: URLSearchParams, answers: Answers): FlowPage => {
    const question = questionOf(form.get('at'))
    const so = answered(form, answers)
    return question && !so ? ask(question, answers, true) : goOn(so ?? answers)
  }

  return {
    keeping: 'private, no-cache',
    answer: (form) => {
      const field = form.get('so-far')
      const answers = field === null ? {} : readKept(flow, sealer.open(field, purpose))
      if (answers === 'other-version') return { status: 400, page: refusedPage(locale, 'pathway.other-version') }
      if (answers === 'not-answers') return { status: 400, page: refusedPage(locale, 'check.lost') }
      return step(form, withPlaces(form, answers))
    },
  }
}
