import { atomsOf, type Condition, readBy, rulesIn } from './condition.ts'
import { type Entry, entriesOf, type Flow, type Invariant } from './flow.ts'
import { allRoutes, conditionsOf, type Route, readKeys } from './routes.ts'
import { lookIn, type World, walk } from './walk.ts'

/** The lists of a flow's file, by which a fault says where it stands. */
export type Part = 'givens' | 'sets' | 'questions' | 'outcomes' | 'actions' | 'leaving' | 'invariants'

/** Something wrong with a flow: in which list, at which row, what is there and what to write. */
export type FlowFault = { part: Part; row: string; found: string; instead: string }

/** Faults that can be seen without walking: ids that are not there, jumps that do not go forward, a last way with a condition, two of a name. */
export const shapeFaults = (flow: Flow, { rules }: World): FlowFault[] => {
  const faults: FlowFault[] = []
  const complain = (part: Part, row: string, found: string, instead: string) => faults.push({ part, row, found, instead })
  const order = new Map(flow.questions.map(({ id }, at) => [id, at]))
  const outcomes = new Set(flow.outcomes.map(({ id }) => id))
  const entries = Map.groupBy<string, Pick<Entry, 'id' | 'options' | 'kind'>>(
    [...entriesOf(flow), ...flow.givens.map((g) => ({ id: g.id, options: g.options, kind: 'choice' as const }))],
    ({ id }) => id,
  )
  const read = new Set<string>()
  const ticks = new Set<string>()
  const judge = (part: Part, row: string, condition: Condition | undefined) => {
    if (!condition) return
    for (const { rule, is } of rulesIn(condition)) {
      if (!rules[rule])
        complain(part, row, `there is no rule "${rule}"`, `Use one of these: ${Object.keys(rules).join(', ') || 'there are none yet'}.`)
      else if (!(is in rules[rule].samples))
        complain(part, row, `the rule ${rule} never gives "${is}"`, `Use one of these: ${Object.keys(rules[rule].samples).join(', ')}.`)
    }
    for (const atom of atomsOf(condition, (rule) => Object.values(rules[rule]?.reads ?? {}))) {
      const id = readBy(atom)
      read.add(id)
      if ('answer' in atom && 'has' in atom) ticks.add(`${id} ${atom.has}`)
      const named = entries.get(id)
      if (!named) {
        complain(part, row, `a condition uses "${id}", but no question asks for it`, 'Use the id of an entry in this flow.')
        continue
      }
      const asked = 'one_of' in atom && typeof atom.one_of === 'string' ? atom.one_of : null
      if (asked !== null && !flow.sets.has(asked))
        complain(part, row, `there is no set "${asked}"`, 'Use a set from this flow, or list the options.')
      const options =
        'is' in atom
          ? [atom.is]
          : 'one_of' in atom && asked === null
            ? [...atom.one_of]
            : 'answer' in atom && 'has' in atom
              ? [atom.has]
              : []
      const known = new Set(named.flatMap((entry) => entry.options ?? []))
      for (const option of options)
        if (!known.has(option))
          complain(part, row, `"${option}" is not one of the answers to ${id}`, `Use one of these: ${[...known].slice(0, 12).join(', ')}.`)
    }
  }
  for (const [id, same] of entries)
    if (new Set(same.map(({ kind, options }) => JSON.stringify([kind, options]))).size > 1)
      complain(
        'questions',
        flow.questions.find((q) => q.entries.some((e) => e.id === id))?.id ?? '',
        `"${id}" is asked in two different ways`,
        'Give both the same kind and options.',
      )
  for (const { id } of flow.questions)
    if (outcomes.has(id)) complain('questions', id, `"${id}" is both a question and an outcome`, 'Give one of them a different id.')
  for (const [at, { id, go, ask_if, entries: own, at_least_one }] of flow.questions.entries()) {
    judge('questions', id, ask_if)
    for (const entry of own) {
      for (const condition of [entry.ask_if, ...Object.values(entry.options_if ?? {}), ...(entry.variants ?? []).map((v) => v.if)])
        judge('questions', id, condition)
      for (const option of Object.keys(entry.options_if ?? {}))
        if (!entry.options?.includes(option))
          complain('questions', id, `options_if names "${option}", which is not an option of ${entry.id}`, 'Use one of its options.')
    }
    for (const one of at_least_one ?? [])
      if (!own.some((e) => e.id === one))
        complain(
          'questions',
          id,
          `at_least_one names "${one}", which is not one of its entries`,
          'Use ids from the entries of that question.',
        )
    for (const [way, { if: when, to }] of go.entries()) {
      judge('questions', id, when)
      const target = order.get(to)
      if (target === undefined && !outcomes.has(to))
        complain('questions', id, `it goes to "${to}", which is not a question or an outcome`, 'Use an id from this flow.')
      else if (target !== undefined && target <= at)
        complain('questions', id, `it goes back to "${to}"`, 'A way can only go forwards, so change the order of the questions.')
      const last = way === go.length - 1
      if (last !== (when === undefined))
        complain(
          'questions',
          id,
          last ? 'its last way has a condition' : 'a way without a condition comes before other ways',
          'Give every way a condition, except the last.',
        )
    }
  }
  for (const action of flow.actions) {
    const { id, on, changes } = action
    for (const condition of conditionsOf(action)) judge('actions', id, condition)
    for (const o of on)
      if (!outcomes.has(o)) complain('actions', id, `it is on "${o}", which is not an outcome`, 'Use an id from `outcomes`.')
    if (changes !== undefined && !order.has(changes))
      complain('actions', id, `it changes "${changes}", which is not a question`, 'Use an id from `questions`.')
  }
  for (const row of flow.leaving) judge('leaving', row.id, row.if)
  for (const { id, follows } of flow.givens)
    if (
      follows !== undefined &&
      (follows === id ||
        !flow.givens
          .slice(
            0,
            flow.givens.findIndex((g) => g.id === id),
          )
          .some((g) => g.id === follows))
    )
      complain('givens', id, `it follows "${follows}", which is not a given before it`, 'Use the id of a given that comes before it.')
  const all = new Set([...order.keys(), ...outcomes, ...flow.actions.map(({ id }) => id)])
  for (const { id, if: when, always = [], one_of = [], never = [], not_together = [] } of flow.invariants) {
    judge('invariants', id, when)
    for (const named of [...always, ...one_of, ...never, ...not_together])
      if (!all.has(named)) complain('invariants', id, `"${named}" is not a question, outcome or action`, 'Use an id from this flow.')
  }
  for (const { id, entries: own } of flow.questions)
    for (const entry of own)
      if (!entry.record && entry.options && !read.has(entry.id))
        complain('questions', id, `the answer to "${entry.id}" does not change anything`, 'Use it in a condition, or do not ask for it.')
  for (const { id, entries: own } of flow.questions)
    for (const { id: entry, may_be_empty, options = [] } of own)
      for (const option of may_be_empty ? options : [])
        if (!ticks.has(`${entry} ${option}`))
          complain('questions', id, `ticking "${option}" does not change anything`, 'Use it in a condition, or do not offer it.')
  for (const { id } of flow.givens)
    if (!read.has(id)) complain('givens', id, `"${id}" does not change anything`, 'Use it in a condition, or remove it.')
  return faults
}

/** Something of a flow that is proved by walking: which conditions tell its routes apart, and what is wrong with these routes. */
type Claim = {
  part: Part
  row: string
  about: readonly Condition[]
  only?: Condition | undefined
  judge: (routes: readonly Route[]) => Pick<FlowFault, 'found' | 'instead'> | null
}

/** The routes walked for each row that was proved. */
export type Walked = ReadonlyMap<string, number>

/** Faults that only walking every route shows: what none reaches, and what breaks an invariant. Asked when the shape is right. */
export const routeFaults = (flow: Flow, world: World): FlowFault[] => proveRoutes(flow, world).faults

/**
 * Walks, for each row, all routes that it can tell apart: those that differ in an answer which the ways, the row itself or an action that it
 * names read. What differs in nothing of this is alike for it, so the proof is exact.
 */
export const proveRoutes = (flow: Flow, world: World): { faults: FlowFault[]; walked: Walked } => {
  const byKey = new Map<string, Route[]>()
  const routesFor = ({ about, only }: Claim): Route[] => {
    const key = [JSON.stringify(only), ...[...readKeys(about, world)].sort()].join(' ')
    const known = byKey.get(key)
    if (known) return known
    const made = allRoutes(flow, world, { about, only })
    byKey.set(key, made)
    return made
  }
  const faults: FlowFault[] = []
  const walked = new Map<string, number>()
  for (const claim of claimsOf(flow)) {
    const { part, row, judge } = claim
    const routes = routesFor(claim)
    walked.set(row, routes.length)
    const fault = judge(routes)
    if (fault) faults.push({ part, row, ...fault })
  }
  return { faults, walked }
}

const claimsOf = (flow: Flow): Claim[] => {
  const met = (part: Part, row: { id: string }, about: readonly Condition[]): Claim => ({
    part,
    row: row.id,
    about,
    judge: (routes) =>
      routes.some((route) => metOn(route).has(row.id))
        ? null
        : { found: 'no route reaches it', instead: 'Add a way that leads to it, or remove it.' },
  })
  return [
    ...flow.questions.map((row) => met('questions', row, [])),
    ...flow.outcomes.map((row) => met('outcomes', row, [])),
    ...flow.actions.map((row) => met('actions', row, conditionsOf(row))),
    ...flow.invariants.map((row) => claimOf(flow, row)),
  ]
}

const claimOf = (flow: Flow, row: Invariant): Claim => ({
  part: 'invariants',
  row: row.id,
  about: aboutOf(flow, row),
  only: row.if,
  judge: (routes) => broken(routes, row),
})

/** Whether one invariant of a flow holds on all routes that it can tell apart. */
export const holdsOnAll = (flow: Flow, row: Invariant, world: World): boolean => {
  const { about, only, judge } = claimOf(flow, row)
  return judge(allRoutes(flow, world, { about, only })) === null
}

/** What an invariant can tell apart. Where it speaks of places in the order, what may come before counts too. */
const aboutOf = (flow: Flow, { always = [], one_of = [], never = [], not_together = [], within_first }: Invariant): Condition[] => {
  const named = new Set([...always, ...one_of, ...never, ...not_together])
  const last = flow.actions.findLastIndex(({ id }) => always.includes(id))
  const actions = flow.actions.filter(({ id }, at) => named.has(id) || (within_first !== undefined && at <= last))
  return actions.flatMap(conditionsOf)
}

const broken = (held: readonly Route[], invariant: Invariant): Pick<FlowFault, 'found' | 'instead'> | null => {
  const { always = [], one_of, never = [], not_together, within_first, most_questions } = invariant
  if (!held.length) return { found: 'it does not apply to any route', instead: 'Correct its `if`.' }
  const bad = held.find((route) => {
    const here = metOn(route)
    const first = route.reached.actions.slice(0, within_first).map(({ id }) => id)
    return (
      always.some((id) => !here.has(id) || (within_first !== undefined && !first.includes(id))) ||
      (one_of && !one_of.some((id) => here.has(id))) ||
      never.some((id) => here.has(id)) ||
      (not_together && not_together.filter((id) => here.has(id)).length > 1) ||
      (most_questions !== undefined && route.questions.length > most_questions)
    )
  })
  if (!bad) return null
  const so = Object.entries(bad.answers).map(([id, value]) => `${id} is ${value ?? 'empty'}`)
  return {
    found: `it is not true when ${so.join(', ')}`,
    instead: 'Correct the flow. If the law has changed, correct the invariant instead.',
  }
}

/** The ids of all that a route meets. */
const metOn = ({ questions, reached }: Route): Set<string> => new Set([...questions, reached.id, ...reached.actions.map(({ id }) => id)])

/** Samples of a rule that do not give what they are samples of. A test of each rule asks this. */
export const sampleFaults = (flow: Flow, world: World): string[] =>
  Object.entries(world.rules).flatMap(([name, rule]) =>
    Object.entries(rule.samples).flatMap(([result, answers]) =>
      walk(flow, lookIn(answers), world).holds({ rule: name, is: result }) ? [] : [`${name} does not give ${result}`],
    ),
  )
