import type { Answers, Value } from './answers.ts'
import type { Action, Entry, Flow, Leaving, Question, Variant } from './flow.ts'
import { askedOf, lackingOf, lookIn, offeredOf, type Walk, type World, walk, walkTo } from './walk.ts'

/** An action as it is for these answers: `variant` names the wording that holds, if any but the usual one does. */
export type ReachedAction = Action & { variant?: string }

/** An outcome that is reached: its id, and its actions in order. */
export type Reached = { id: string; actions: ReachedAction[] }

/** The walk along what is answered: it stops at the first question that lacks something. */
const answered = (flow: Flow, answers: Answers, world: World): Walk => {
  const look = lookIn(answers)
  return walk(flow, look, world, (question, so) => lackingOf(question, so).length > 0)
}

/** The questions of these answers in order, with the first that lacks an answer as the last. */
export const route = (flow: Flow, answers: Answers, world: World): Question[] => answered(flow, answers, world).questions

/**
 * Where these answers lead: to the first question that lacks one; null at the outcome. After a question that was just answered it is the first
 * behind it of which nothing is known yet: so a page that may be left empty is shown once, and someone who changed an answer is not led
 * through all that they answered before.
 */
export const next = (flow: Flow, answers: Answers, world: World, after?: string): Question | null => {
  const so = answered(flow, answers, world)
  const { questions, outcome } = so
  const at = after === undefined ? -1 : questions.findIndex(({ id }) => id === after)
  const isNew = (question: Question): boolean => {
    const asked = askedOf(question, so)
    return asked.length > 0 && asked.every((entry) => so.answerAt(entry) === undefined)
  }
  const unseen = at < 0 ? undefined : questions.slice(at + 1).find(isNew)
  return unseen ?? (outcome === null ? (questions.at(-1) ?? null) : null)
}

/** The question before this one on the route, before the outcome where `from` is none of it; null at the start. */
export const back = (flow: Flow, answers: Answers, world: World, from?: string): Question | null => {
  const { questions } = answered(flow, answers, world)
  const at = questions.findIndex(({ id }) => id === from)
  return (at < 0 ? questions.at(-1) : questions[at - 1]) ?? null
}

/**
 * All that is still to be answered on the route, as far as the route is known: the walk goes on behind an empty entry until a
 * condition needs it.
 */
export const missing = (flow: Flow, answers: Answers, world: World): { question: string; entry: string }[] => {
  const so = asFarAsKnown(flow, answers, world)
  return so.questions.flatMap((question) => lackingOf(question, so).map((entry) => ({ question: question.id, entry: entry.id })))
}

/** The answers that are on the route; those off it are dropped. */
export const relevant = (flow: Flow, answers: Answers, world: World): Answers => {
  const so = asFarAsKnown(flow, answers, world)
  const given = flow.givens.map((g): Entry => ({ id: g.id, kind: 'choice', options: g.options }))
  const asked = [...given, ...so.questions.flatMap((question) => askedOf(question, so))]
  return Object.fromEntries(
    asked.flatMap((entry): [string, Value][] => {
      const value = so.answerAt(entry)
      return value === undefined ? [] : [[entry.id, value]]
    }),
  )
}

/** The outcome of these answers with its actions; null where an answer is missing. */
export const outcome = (flow: Flow, answers: Answers, world: World): Reached | null => {
  const so = answered(flow, answers, world)
  return so.outcome === null ? null : { id: so.outcome, actions: actionsOf(flow, so, so.outcome) }
}

/** The actions of an outcome in order, given where a walk has come to, each in the wording that holds there. */
export const actionsOf = (flow: Flow, so: Walk, id: string): ReachedAction[] =>
  flow.actions
    .filter((action) => action.on.includes(id) && (!action.if || so.holds(action.if)))
    .map((action) => inVariant(action, variantOf(action.variants, so)))

/** The first variant that holds. */
export const variantOf = <V extends Variant>(variants: readonly V[] | undefined, { holds }: Pick<Walk, 'holds'>): V | undefined =>
  variants?.find((variant) => holds(variant.if))

const inVariant = (action: Action, variant: NonNullable<Action['variants']>[number] | undefined): ReachedAction => {
  if (!variant) return action
  const { id, sure = action.sure, services = action.services, body } = variant
  return { ...action, variant: id, sure, services, ...(body === null ? { body: undefined } : {}) }
}

/** An entry as it is asked where these answers lead: which options are offered, and in which wording. */
export type AskedEntry = { entry: Entry; options: readonly string[]; variant: string | undefined }

/** What is asked on the page of a question. */
export const askedOn = (flow: Flow, question: Question, answers: Answers, world: World): AskedEntry[] => {
  const so = walkTo(flow, question, lookIn(answers), world)
  return askedOf(question, so).map((entry) => ({ entry, options: offeredOf(entry, so), variant: variantOf(entry.variants, so)?.id }))
}

/** What each given counts as for these answers. */
export const givensOf = (flow: Flow, answers: Answers, world: World): Record<string, string> => {
  const { holds } = answered(flow, answers, world)
  return Object.fromEntries(flow.givens.map(({ id, options }) => [id, options.find((option) => holds({ answer: id, is: option })) ?? '']))
}

/** What to do for someone who must leave now, by what these answers say so far. */
export const leaving = (flow: Flow, answers: Answers, world: World): Leaving[] => {
  const so = answered(flow, answers, world)
  return flow.leaving.filter((row) => !row.if || so.holds(row.if))
}

/** Ends a walk where a condition needs an answer that is not there. */
class Unknown extends Error {}

const asFarAsKnown = (flow: Flow, answers: Answers, world: World): Walk => {
  const look = lookIn(answers)
  const givens = new Set(flow.givens.map(({ id }) => id))
  let so: Walk = { questions: [], outcome: null, holds: () => false, answerAt: () => undefined }
  const knowing = (entry: Entry): Value | undefined => {
    const value = look(entry)
    if (value === undefined && !entry.optional && !givens.has(entry.id)) throw new Unknown()
    return value
  }
  try {
    walk(flow, knowing, world, (_question, walked) => {
      so = walked
      return false
    })
  } catch (error) {
    if (!(error instanceof Unknown)) throw error
  }
  // What is asked of the questions met is judged by what is there: an entry that hangs on an empty one is not asked yet.
  const met = so.questions
  return walk(flow, look, world, (question) => question.id === met.at(-1)?.id)
}
