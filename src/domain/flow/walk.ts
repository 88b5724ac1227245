import { type Answers, answerTo, type Value } from './answers.ts'
import { type Atom, type Condition, readBy } from './condition.ts'
import type { Entry, Flow, Question } from './flow.ts'
import type { Rules } from './rule.ts'

/** What a walk needs besides answers: the rules by name, and today, by which ages are reckoned. */
export type World = { rules: Rules; today: Temporal.PlainDate }

/** Gives what stands at an entry that is on the route and asked; undefined where nothing does. It may throw to end the walk. */
export type Look = (entry: Entry) => Value | undefined

/** Where a walk has come to. `holds` judges a condition there. */
export type Walk = {
  questions: Question[]
  outcome: string | null
  holds: (condition: Condition) => boolean
  /** The answer to an entry as it counts there: options that are not offered are left out. */
  answerAt: (entry: Entry) => Value | undefined
}

/**
 * The only walker: from the first question along `go`, first match wins. `stop` ends it at a question, before that question's `go` is read.
 * What is not on the route counts as empty, and so does an entry whose `ask_if` does not hold. Jumps go forward only (faults.ts), so it ends.
 */
export const walk = (flow: Flow, look: Look, world: World, stop?: (question: Question, walk: Walk) => boolean): Walk => {
  const { byId, given } = lookupsOf(flow)
  const onRoute = new Map<string, Entry>()
  // What is found out at a place of the walk is so until it goes on: one condition asks what another has asked.
  const values = new Map<string, Value | undefined>()
  const decided = new Map<string, string>()
  const valueAt = (id: string): Value | undefined => {
    if (values.has(id)) return values.get(id)
    const value = findAt(id)
    values.set(id, value)
    return value
  }
  const findAt = (id: string): Value | undefined => {
    const known = given.get(id)
    if (known) return look(known.entry) ?? (known.follows === undefined ? known.usual : valueAt(known.follows))
    const entry = onRoute.get(id)
    return entry && (!entry.ask_if || holds(entry.ask_if)) ? answerAt(entry) : undefined
  }
  const answerAt = (entry: Entry): Value | undefined => {
    const value = look(entry)
    if (!entry.options_if || value === undefined) return value
    const offered = (option: unknown) => !isHidden(entry, String(option), holds)
    if (!Array.isArray(value)) return offered(value) ? value : undefined
    const left = value.filter(offered)
    return left.length || entry.may_be_empty ? (left as readonly string[]) : undefined
  }
  const holds = (condition: Condition): boolean => {
    if ('not' in condition) return !holds(condition.not)
    if ('all' in condition) return condition.all.every(holds)
    if ('any' in condition) return condition.any.some(holds)
    if ('rule' in condition) {
      return decide(condition.rule) === condition.is
    }
    return holdsOf(condition, valueAt(readBy(condition)), flow, world.today)
  }
  const decide = (name: string): string | undefined => {
    const rule = world.rules[name]
    if (!rule || decided.has(name)) return decided.get(name)
    const result = rule.decide(Object.fromEntries(Object.entries(rule.reads).map(([read, atom]) => [read, holds(atom)])))
    decided.set(name, result)
    return result
  }
  const made: Walk = { questions: [], outcome: null, holds, answerAt }
  let at: string | null = flow.questions[0]?.id ?? null
  while (at !== null) {
    const question: Question | undefined = byId.get(at)
    if (!question) {
      made.outcome = at
      break
    }
    const asked: boolean = !question.ask_if || holds(question.ask_if)
    if (asked) {
      made.questions.push(question)
      for (const entry of question.entries) onRoute.set(entry.id, entry)
      values.clear()
      decided.clear()
      if (stop?.(question, made)) break
    }
    at = question.go.find((go) => !go.if || holds(go.if))?.to ?? null
  }
  return made
}

type Known = { entry: Entry; follows: string | undefined; usual: string | undefined }
type Lookups = { byId: Map<string, Question>; given: Map<string, Known> }

/** Made once for a flow: all its routes are walked at each start, and every answer is a walk. */
const lookups = new WeakMap<Flow, Lookups>()
const lookupsOf = (flow: Flow): Lookups => {
  const known = lookups.get(flow)
  if (known) return known
  const made: Lookups = {
    byId: new Map(flow.questions.map((question) => [question.id, question])),
    given: new Map(
      flow.givens.map((g) => [g.id, { entry: { id: g.id, kind: 'choice', options: g.options }, follows: g.follows, usual: g.default }]),
    ),
  }
  lookups.set(flow, made)
  return made
}

/** Does an atom hold of a value? Pure: used by the walk, and to find which answers are alike (routes.ts). */
export const holdsOf = (atom: Atom, value: Value | undefined, flow: Pick<Flow, 'sets'>, today: Temporal.PlainDate): boolean => {
  if (value === undefined) return false
  if (!('answer' in atom)) return true
  if ('is' in atom) return value === atom.is
  if ('one_of' in atom) {
    const options = typeof atom.one_of === 'string' ? (flow.sets.get(atom.one_of) ?? []) : atom.one_of
    return typeof value === 'string' && options.includes(value)
  }
  if ('has' in atom) return Array.isArray(value) && value.includes(atom.has)
  return typeof value === 'string' && Temporal.PlainDate.compare(Temporal.PlainDate.from(value).add({ years: atom.older_than }), today) <= 0
}

/** Looks answers up; what is not an answer to the entry counts as none. */
export const lookIn =
  (answers: Answers): Look =>
  (entry) =>
    Object.hasOwn(answers, entry.id) ? answerTo(entry, answers[entry.id]) : undefined

const isHidden = (entry: Entry, option: string, holds: Walk['holds']): boolean => {
  const condition = entry.options_if?.[option]
  return condition !== undefined && !holds(condition)
}

/** The options of an entry that are offered, as far as a walk has come. */
export const offeredOf = (entry: Entry, { holds }: Pick<Walk, 'holds'>): string[] =>
  (entry.options ?? []).filter((option) => !isHidden(entry, option, holds))

/** The entries of a question that are asked, as far as a walk has come. */
export const askedOf = (question: Question, { holds }: Walk): Entry[] =>
  question.entries.filter((entry) => !entry.ask_if || holds(entry.ask_if))

/** What a question lacks: entries that must be answered each, and those of which one must be while none is. */
export const lacksOf = (question: Question, walk: Walk): { each: Entry[]; oneOf: Entry[] } => {
  const asked = askedOf(question, walk)
  const isEmpty = (entry: Entry): boolean => walk.answerAt(entry) === undefined
  const one = asked.filter((entry) => question.at_least_one?.includes(entry.id))
  return { each: asked.filter((entry) => !entry.optional && isEmpty(entry)), oneOf: one.every(isEmpty) ? one : [] }
}

/** The entries of a question that must still be answered. */
export const lackingOf = (question: Question, walk: Walk): Entry[] => {
  const { each, oneOf } = lacksOf(question, walk)
  return oneOf.length ? [...new Set([...each, ...oneOf])] : each
}

/** The walk up to the page of a question, all of which is met. */
export const walkTo = (flow: Flow, question: Question, look: Look, world: World): Walk =>
  walk(flow, look, world, ({ id }) => id === question.id)
