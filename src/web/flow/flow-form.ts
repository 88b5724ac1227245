import type { Answers } from '../../domain/flow/answers.ts'
import { type EntryFault, enteredOn, type TypedRow } from '../../domain/flow/entered.ts'
import type { Flow, Leaving, Question } from '../../domain/flow/flow.ts'
import { back, leaving, next, outcome, type Reached, relevant, route } from '../../domain/flow/route.ts'
import type { World } from '../../domain/flow/walk.ts'
import type { Carrier } from '../forms/carrier.ts'
import type { Fields } from '../forms/fields.ts'
import type { Form, FormAnswer, Sent, Upload } from '../forms/form.ts'
import type { CacheControl } from '../http/headers.ts'
import { flowButtons } from './buttons.ts'
import { type FileFault, type FileKeeper, withFiles } from './files.ts'
import { gather } from './gather.ts'
import { withRow } from './rows.ts'

/** Answers, and the text of the hidden field that carries them on. */
export type CarriedOn = { answers: Answers; field: string }

/** The page of a question. `typed` and `faults`: what was just entered, and what is wrong with it; null where nobody has entered anything yet. */
export type AskedQuestion = CarriedOn & {
  question: Question
  typed: TypedRow | null
  faults: readonly (EntryFault | FileFault)[]
}

export type ReachedOutcome = CarriedOn & { reached: Reached; questions: readonly Question[]; view: string | null }

/** How a flow looks: the runner knows no page. */
export type FlowViews = {
  question(asked: AskedQuestion): FormAnswer
  outcome(reached: ReachedOutcome): FormAnswer
  /** For somebody who must go now. Without it there is no such button. */
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
  /** Keeps files that are sent; a flow that asks for some needs it. */
  files?: { keeper: FileKeeper; upload: Upload }
}

/**
 * The one runner of flows: each POST is one step. What was entered is gathered and judged (domain/flow/entered.ts), and the walker
 * (domain/flow/route.ts) says where to go from there. Answers travel with the carrier: sealed in the page, or stored.
 */
export const flowForm = ({ path, cacheControl, flow, world, carrier, views, buttons = {}, files }: FlowFormParts): Form<Answers> => {
  const on = async (answers: Answers): Promise<CarriedOn> => ({ answers, field: await carrier.keep(answers) })

  const ask = async (
    question: Question,
    answers: Answers,
    typed: TypedRow | null = null,
    faults: readonly (EntryFault | FileFault)[] = [],
  ) => views.question({ ...(await on(answers)), question, typed, faults })

  /** The question that is wanted next, or the outcome. */
  const goOn = async (answers: Answers, view: string | null = null): Promise<FormAnswer> => {
    const question = next(flow, answers, world())
    if (question) return ask(question, answers)
    const reached = outcome(flow, answers, world())
    if (!reached) throw new Error('a flow ends at a question or an outcome')
    return views.outcome({ ...(await on(answers)), reached, questions: route(flow, answers, world()), view })
  }

  /** A question that these answers lead to, else where they lead. */
  const show = (id: string | null, answers: Answers): Promise<FormAnswer> => {
    const question = route(flow, answers, world()).find((met) => met.id === id)
    return question ? ask(question, answers) : goOn(answers)
  }

  /** What was entered on the page that was sent; null where it was no page of a question. */
  const entered = async ({ fields, files: sent }: Sent<Answers>, answers: Answers) => {
    const question = flow.questions.find(({ id }) => id === fields.text(flowButtons.at))
    if (!question) return null
    const gathered = gather(question, fields)
    const { typed, faults } = files
      ? await withFiles(files.keeper, question, gathered, answers, sent, fields)
      : { typed: gathered, faults: [] }
    const judged = enteredOn(flow, question, typed, answers, world())
    const all = [...faults, ...judged.faults.filter(({ at }) => !faults.some((one) => one.at[0] === at[0]))]
    return { question, typed, faults: all, answers: relevant(flow, judged.answers, world()) }
  }

  const step = async (sent: Sent<Answers>, answers: Answers): Promise<FormAnswer> => {
    const { fields } = sent
    if (views.leaving && fields.has(flowButtons.leave)) {
      const so = await entered(sent, answers)
      const known = so && !so.faults.length ? so.answers : answers
      return views.leaving(leaving(flow, known, world()), await on(known))
    }
    const [backFrom, changes] = [fields.text(flowButtons.back), fields.text(flowButtons.change)]
    if (backFrom !== null) return show(back(flow, answers, world(), backFrom)?.id ?? null, answers)
    if (changes !== null) return show(changes, answers)
    if (fields.has(flowButtons.resume)) return goOn(answers)
    for (const [name, press] of Object.entries(buttons)) {
      const value = fields.text(name)
      if (value === null) continue
      const pressed = press(value, answers)
      return 'view' in pressed ? goOn(answers, pressed.view) : goOn(relevant(flow, pressed.answers, world()))
    }
    const so = await entered(sent, answers)
    if (!so) return goOn(answers)
    const rows = withRow(so.question, so.typed, fields)
    if (rows) return ask(so.question, answers, rows)
    return so.faults.length ? ask(so.question, answers, so.typed, so.faults) : goOn(so.answers)
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
    ...(files ? { upload: files.upload } : {}),
    answer: (sent) => step(sent, withGivens(sent.fields, sent.carried ?? {})),
  }
}
