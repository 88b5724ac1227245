import type { Answers } from '../../domain/flow/answers.ts'
import { enteredOn, inOrder } from '../../domain/flow/entered.ts'
import type { Flow, Leaving, Question } from '../../domain/flow/flow.ts'
import { type AskedEntry, askedOn, back, leaving, next, outcome, type Reached, relevant, route } from '../../domain/flow/route.ts'
import type { TypedRow } from '../../domain/flow/typed.ts'
import type { World } from '../../domain/flow/walk.ts'
import type { Carrier } from '../forms/carrier.ts'
import type { Fields } from '../forms/fields.ts'
import type { Form, FormAnswer, Sent } from '../forms/form.ts'
import type { CacheControl } from '../http/headers.ts'
import { flowButtons, shownField } from './buttons.ts'
import { type FileKeeper, takeFiles } from './files.ts'
import type { FlowFault } from './flow-fault.ts'
import { gather } from './gather.ts'
import { type FilesTaken, limitsOf } from './limits.ts'
import { withRow } from './rows.ts'

/** Answers, and the text of the hidden field that carries them on. */
export type CarriedOn = { answers: Answers; field: string }

/** The page of a question. `typed` and `faults`: what was just entered, and what is wrong with it; null where nobody has entered anything yet. */
export type AskedQuestion = CarriedOn & {
  question: Question
  /** What is asked there, of what is entered so far. */
  asked(): readonly AskedEntry[]
  typed: TypedRow | null
  faults: readonly FlowFault[]
  /** It leads back to the outcome: its page sends the hidden field `returns` along. */
  returns: boolean
}

export type ReachedOutcome = CarriedOn & { reached: Reached; questions: readonly Question[]; view: string | null }

/** How a flow looks: the runner knows no page. */
export type FlowViews = {
  question(asked: AskedQuestion): FormAnswer
  outcome(reached: ReachedOutcome): FormAnswer
  /** For someone who must go now. Without it there is no such button. */
  leaving?(rows: readonly Leaving[], so: CarriedOn): FormAnswer
}

/** A button that one flow alone has: the answers from which it goes on, or another view of its outcome. */
export type FlowButton = (value: string, answers: Answers) => { answers: Answers } | { view: string }

export type FlowFormParts = {
  path: string
  cacheControl: CacheControl
  flow: Flow
  world(): World
  carrier: Carrier<Answers>
  views: FlowViews
  buttons?: Readonly<Record<string, FlowButton>>
  /**
   * One page after the other, answered or not. Whoever goes back keeps what is right on the page, for there may be much text on it; whoever
   * changes a page from the outcome comes back there.
   */
  stepwise?: boolean
  /** Keeps files that are sent; a flow that asks for some needs it. */
  files?: FilesTaken & { keeper: FileKeeper }
}

/** How a page is asked. `entered`: the answers with what stands on it. */
type Shown = { typed?: TypedRow | null; faults?: readonly FlowFault[]; entered?: Answers; returns?: boolean }

/** What someone sent from the page of a question. */
type Step = {
  question: Question
  typed: TypedRow
  /** The answers from before, with the files that are kept already. */
  kept: Answers
  /** The answers with all that was entered and is right. */
  answers: Answers
  faults: readonly FlowFault[]
  /** Is the page to be shown again with nothing called wrong? A file was taken off it, or it asks for more than it showed. */
  again: boolean
}

/**
 * The one runner of flows: each POST is one step. What was entered is gathered and judged (domain/flow/entered.ts), and the walker
 * (domain/flow/route.ts) says where to go from there. Answers travel with the carrier: sealed in the page, or stored.
 *
 * What is entered on a page counts once it is sent on and all of it is right; then, too, for someone who must go. Who goes back, or changes
 * another answer, leaves the page as it was before: half of what is on it never counts, but in a flow that is `stepwise`. Files alone are kept at once (files.ts).
 */
export const flowForm = ({
  path,
  cacheControl,
  flow,
  world,
  carrier,
  views,
  buttons = {},
  stepwise = false,
  files,
}: FlowFormParts): Form<Answers> => {
  const { keeper, ...taken } = files ?? {}
  const { largest, upload } = limitsOf(flow, carrier, files && (taken as FilesTaken))
  const on = async (answers: Answers): Promise<CarriedOn> => ({ answers, field: await carrier.keep(answers) })

  /** `entered`: the answers with what stands on the page, by which it asks more or less. */
  const ask = async (question: Question, answers: Answers, { typed = null, faults = [], entered = answers, returns = false }: Shown = {}) =>
    views.question({ ...(await on(answers)), question, asked: () => askedOn(flow, question, entered, world()), typed, faults, returns })

  const following = (answers: Answers, after: string | undefined): Question | null => {
    const met = stepwise && after !== undefined ? route(flow, answers, world()) : []
    return met[met.findIndex(({ id }) => id === after) + 1] ?? next(flow, answers, world(), stepwise ? undefined : after)
  }

  /** The question that is wanted next, or the outcome. `after`: the one that was just answered. */
  const goOn = async (answers: Answers, { after, view = null }: { after?: string; view?: string | null } = {}): Promise<FormAnswer> => {
    const question = following(answers, after)
    if (question) return ask(question, answers)
    const reached = outcome(flow, answers, world())
    if (!reached) throw new Error('a flow ends at a question or an outcome')
    return views.outcome({ ...(await on(answers)), reached, questions: route(flow, answers, world()), view })
  }

  /** Where someone who left comes back to: behind the last page of which anything is known, so that one that may be left empty is not lost. */
  const resume = (answers: Answers): Promise<FormAnswer> => {
    const last = route(flow, answers, world()).findLast(({ entries }) => entries.some(({ id }) => answers[id] !== undefined))
    return goOn(answers, last ? { after: last.id } : {})
  }

  /** A question that these answers lead to, else where they lead. */
  const show = (id: string | null, answers: Answers, returns = false): Promise<FormAnswer> => {
    const question = route(flow, answers, world()).find((met) => met.id === id)
    return question ? ask(question, answers, { returns }) : goOn(answers)
  }

  /** What was entered on the page that was sent; null where it was no page of a question that these answers lead to. */
  const entered = async ({ fields, files: sent }: Sent<Answers>, answers: Answers): Promise<Step | null> => {
    const at = fields.text(flowButtons.at)
    const question = at === null ? undefined : route(flow, answers, world()).find(({ id }) => id === at)
    if (!question) return null
    const took = keeper
      ? await takeFiles(keeper, question, answers, sent, fields)
      : { typed: {}, kept: answers, faults: [], removed: false }
    const typed = { ...gather(question, fields), ...took.typed }
    const judged = enteredOn(flow, question, typed, answers, world())
    const shown = fields.text(shownField)?.split(' ')
    const unseen = new Set(shown ? judged.asked.map(({ id }) => id).filter((id) => !shown.includes(id)) : [])
    const seen = judged.faults.filter(({ at: [id] }) => !unseen.has(id) && !took.faults.some(({ at }) => at[0] === id))
    const faults = inOrder<FlowFault>(question, [...took.faults, ...seen])
    const again = took.removed || (unseen.size > 0 && !faults.length)
    return { question, typed, kept: took.kept, answers: relevant(flow, judged.answers, world()), faults, again }
  }

  /** The answers with what is right on the page that is gone back from; of what is not, the answer from before. */
  const withRight = async (sent: Sent<Answers>, answers: Answers): Promise<Answers> => {
    const so = await entered(sent, answers)
    if (!so) return answers
    const wrong = new Set<string>(so.faults.map(({ at: [id] }) => id))
    return { ...Object.fromEntries(Object.entries(so.kept).filter(([id]) => wrong.has(id))), ...so.answers }
  }

  const step = async (sent: Sent<Answers>, answers: Answers): Promise<FormAnswer> => {
    const { fields } = sent
    if (views.leaving && fields.has(flowButtons.leave)) {
      const so = await entered(sent, answers)
      const known = so ? (so.faults.length || so.again ? so.kept : so.answers) : answers
      return views.leaving(leaving(flow, known, world()), await on(known))
    }
    const [backFrom, changes] = [fields.text(flowButtons.back), fields.text(flowButtons.change)]
    const returns = stepwise && fields.has(flowButtons.returns)
    if (backFrom !== null) {
      const known = stepwise ? await withRight(sent, answers) : answers
      return returns ? goOn(known) : show(back(flow, known, world(), backFrom)?.id ?? null, known)
    }
    if (changes !== null) return show(changes, answers, stepwise)
    if (fields.has(flowButtons.resume)) return resume(answers)
    for (const [name, press] of Object.entries(buttons)) {
      const value = fields.text(name)
      if (value === null) continue
      const pressed = press(value, answers)
      return 'view' in pressed ? goOn(answers, { view: pressed.view }) : goOn(relevant(flow, pressed.answers, world()))
    }
    const so = await entered(sent, answers)
    if (!so) return goOn(answers)
    const { question, typed, kept, faults } = so
    const rows = withRow(question, typed, fields)
    if (rows || so.again) return ask(question, kept, { typed: rows ?? typed, entered: so.answers, returns })
    if (faults.length) return ask(question, kept, { typed, faults, entered: so.answers, returns })
    return goOn(so.answers, returns ? {} : { after: question.id })
  }

  /** Givens are known without being asked, and may be sent along with any step. An empty one follows another again. */
  const withGivens = (fields: Fields, answers: Answers): Answers => {
    const sent = flow.givens.filter(({ id }) => fields.has(id))
    if (!sent.length) return answers
    return relevant(flow, { ...answers, ...Object.fromEntries(sent.map(({ id }) => [id, fields.text(id) ?? ''])) }, world())
  }

  return {
    path,
    cacheControl,
    carrier,
    largest,
    ...(upload ? { upload } : {}),
    answer: (sent) => step(sent, withGivens(sent.fields, sent.carried ?? {})),
  }
}
