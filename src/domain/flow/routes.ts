import type { Value } from './answers.ts'
import { type Atom, atomsOf, type Condition, readBy } from './condition.ts'
import { type Action, type Entry, entriesOf, type Flow } from './flow.ts'
import { actionsOf, type Reached } from './route.ts'
import { holdsOf, type Walk, type World, walk } from './walk.ts'

/** One way through a flow. `answers` holds the answers that decide it, each for all that would decide alike; null is none. */
export type Route = { answers: Readonly<Record<string, Value | null>>; questions: string[]; reached: Reached; walk: Walk }

/** Asks for an answer on which the way depends. One for all: thousands are thrown, and a new error writes down where it was made. */
class Wanted extends Error {
  id = ''
}
const wanted = new Wanted()

/** The conditions that decide which way a flow goes, and those of `also`. */
export const decisive = (flow: Flow, also: readonly (Condition | undefined)[]): Condition[] =>
  [...flow.questions.flatMap((q) => [q.ask_if, ...q.go.map((go) => go.if), ...q.entries.flatMap(entryConditions)]), ...also].filter(
    (condition) => condition !== undefined,
  )

const entryConditions = (entry: Entry): (Condition | undefined)[] => [entry.ask_if, ...Object.values(entry.options_if ?? {})]

/** All that decides whether an action is to be done, and in which words. */
export const conditionsOf = ({ if: when, variants = [] }: Pick<Action, 'if' | 'variants'>): Condition[] =>
  [when, ...variants.map((variant) => variant.if)].filter((condition) => condition !== undefined)

/** What a condition reads, as a key: the same for two conditions that read the same answers in the same way. */
export const readKeys = (conditions: readonly Condition[], { rules }: World): Set<string> =>
  new Set(conditions.flatMap((c) => atomsOf(c, (rule) => Object.values(rules[rule]?.reads ?? {}))).map((atom) => JSON.stringify(atom)))

/**
 * Every route of a flow, by the answers that decide it. An answer is asked for only when a condition on the way reads it, and then once
 * for each group of values that no condition tells apart: so all ways are walked, none twice.
 *
 * `about` narrows which conditions beside the ways themselves are told apart: routes that differ only in what none of them reads are
 * walked as one, and of the actions only those are judged that read nothing else. Of a question of many ticks all subsets would be millions.
 * `only` leaves out the routes where it does not hold, before anything else is judged there.
 */
export const allRoutes = (
  flow: Flow,
  world: World,
  { about = everythingOf(flow), only }: { about?: readonly Condition[]; only?: Condition | undefined } = {},
): Route[] => {
  const conditions = decisive(flow, only ? [only, ...about] : about)
  const known = readKeys(conditions, world)
  const judged = { ...flow, actions: flow.actions.filter((action) => readKeys(conditionsOf(action), world).isSubsetOf(known)) }
  const kindsFor = kindsOf(flow, conditions, world)
  const routes: Route[] = []
  const open: Record<string, Value | null>[] = [{}]
  for (let answers = open.pop(); answers; answers = open.pop()) {
    const chosen = answers
    const look = ({ id }: Entry): Value | undefined => {
      const value = chosen[id]
      if (value === undefined) {
        wanted.id = id
        throw wanted
      }
      return value ?? undefined
    }
    try {
      const so = walk(flow, look, world)
      if (only && !so.holds(only)) continue
      const reached = { id: so.outcome ?? '', actions: actionsOf(judged, so, so.outcome ?? '') }
      for (const condition of about) so.holds(condition)
      routes.push({ answers: chosen, questions: so.questions.map(({ id }) => id), reached, walk: so })
    } catch (error) {
      if (error !== wanted) throw error
      const { id } = wanted
      for (const value of kindsFor(id).toReversed()) open.push({ ...chosen, [id]: value })
    }
  }
  return routes
}

const everythingOf = (flow: Flow): Condition[] => [
  ...flow.actions.flatMap(conditionsOf),
  ...[...flow.invariants, ...flow.leaving].flatMap((row) => row.if ?? []),
]

/** Of an answer that a condition reads, one value for every group of values that no condition tells apart. Null: no answer. */
const kindsOf = (flow: Flow, conditions: readonly Condition[], { rules, today }: World): ((id: string) => (Value | null)[]) => {
  const atoms = conditions.flatMap((c) => atomsOf(c, (rule) => Object.values(rules[rule]?.reads ?? {})))
  const read = Map.groupBy(atoms, readBy)
  const known = new Map<string, (Value | null)[]>()
  return (id) => {
    const made = known.get(id) ?? kinds(id, read.get(id) ?? [])
    known.set(id, made)
    return made
  }
  function kinds(id: string, own: readonly Atom[]): (Value | null)[] {
    const given = flow.givens.find((g) => g.id === id)
    if (given) return alike(given.options, own, flow, today)
    // An entry asked on two pages has the same options on both (faults.ts); it may be left empty on either.
    const entry = entriesOf(flow).findLast((e) => e.id === id)
    if (!entry) return [null]
    const values = alike(valuesOf(entry, own, today), own, flow, today)
    return entry.optional ? [null, ...values] : values
  }
}

const valuesOf = (entry: Entry, read: readonly Atom[], today: Temporal.PlainDate): Value[] => {
  if (entry.kind === 'choice') return [...(entry.options ?? [])]
  if (entry.kind === 'several') {
    const told = (entry.options ?? []).filter((option) => read.some((atom) => 'answer' in atom && 'has' in atom && atom.has === option))
    // One that no condition names stands for all such: chosen alone it is an answer that decides nothing.
    const other = (entry.options ?? []).filter((option) => !told.includes(option)).slice(0, 1)
    return subsets(told)
      .flatMap((set) => (set.length || entry.may_be_empty ? [set] : []))
      .concat(other.length ? [other] : [])
  }
  if (entry.kind === 'date') {
    const years = read.flatMap((atom) => ('older_than' in atom ? [atom.older_than] : []))
    const birthdays = years.map((n) => today.subtract({ years: n }))
    return [today, ...birthdays, ...birthdays.map((day) => day.add({ days: 1 }))].map(String)
  }
  return entry.kind === 'group' ? [[{}]] : ['x']
}

const subsets = (of: readonly string[]): string[][] => {
  const all: string[][] = [[]]
  for (const option of of) for (const set of [...all]) all.push([...set, option])
  return all
}

/** The first of each group of values of which the same atoms hold. */
const alike = (values: readonly Value[], read: readonly Atom[], flow: Flow, today: Temporal.PlainDate): Value[] => {
  const first = new Map<string, Value>()
  for (const value of values) {
    const sign = read.map((atom) => (holdsOf(atom, value, flow, today) ? '1' : '0')).join('')
    if (!first.has(sign)) first.set(sign, value)
  }
  return [...first.values()]
}
