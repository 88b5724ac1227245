import type { Value } from './answers.ts'
import { type Atom, atomsOf, readBy } from './condition.ts'
import { type Entry, entriesOf, type Flow } from './flow.ts'
import { actionsOf, type Reached } from './route.ts'
import { holdsOf, type Walk, type World, walk } from './walk.ts'

/** One way through a flow. `answers` holds the answers that decide it, each for all that would decide alike; null is none. */
export type Route = { answers: Readonly<Record<string, Value | null>>; questions: string[]; reached: Reached; walk: Walk }

/** Asks for an answer on which the way depends. */
class Wanted extends Error {
  readonly id: string
  constructor(id: string) {
    super(id)
    this.id = id
  }
}

/**
 * Every route of a flow, by the answers that decide it. An answer is asked for only when a condition on the way reads it, and then once
 * for each group of values that no condition of the flow tells apart: so all ways are walked, none twice.
 */
export const allRoutes = (flow: Flow, world: World): Route[] => {
  const kinds = kindsOf(flow, world)
  const routes: Route[] = []
  const open: Record<string, Value | null>[] = [{}]
  for (let answers = open.pop(); answers; answers = open.pop()) {
    const chosen = answers
    const look = ({ id }: Entry): Value | undefined => {
      const value = chosen[id]
      if (value === undefined) throw new Wanted(id)
      return value ?? undefined
    }
    try {
      const so = walk(flow, look, world)
      const reached = { id: so.outcome ?? '', actions: actionsOf(flow, so, so.outcome ?? '') }
      for (const { when } of flow.invariants) if (when) so.holds(when)
      routes.push({ answers: chosen, questions: so.questions.map(({ id }) => id), reached, walk: so })
    } catch (error) {
      if (!(error instanceof Wanted)) throw error
      const { id } = error
      for (const value of (kinds.get(id) ?? [null]).toReversed()) open.push({ ...chosen, [id]: value })
    }
  }
  return routes
}

/** Of each answer that a condition reads, one value for every group of values that no condition tells apart. Null: no answer. */
const kindsOf = (flow: Flow, { rules, today }: World): Map<string, (Value | null)[]> => {
  const conditions = [
    ...flow.questions.flatMap((q) => [q.ask_if, ...q.go.map((go) => go.if), ...q.entries.map((e) => e.ask_if)]),
    ...flow.actions.map((action) => action.when),
    ...flow.invariants.map((invariant) => invariant.when),
    ...flow.leaving.map((row) => row.when),
  ]
  const atoms = conditions.flatMap((c) => (c ? atomsOf(c, (rule) => Object.values(rules[rule]?.reads ?? {})) : []))
  const read = Map.groupBy(atoms, readBy)
  const kinds = new Map<string, (Value | null)[]>()
  for (const given of flow.givens) kinds.set(given.id, alike(given.options, read.get(given.id) ?? [], flow, today))
  for (const entry of entriesOf(flow)) {
    const own = read.get(entry.id) ?? []
    const values = alike(valuesOf(entry, own, today), own, flow, today)
    kinds.set(entry.id, entry.optional ? [null, ...values] : values)
  }
  return kinds
}

const valuesOf = (entry: Entry, read: readonly Atom[], today: Temporal.PlainDate): Value[] => {
  if (entry.kind === 'choice') return [...(entry.options ?? [])]
  if (entry.kind === 'several') {
    const told = (entry.options ?? []).filter((option) => read.some((atom) => 'answer' in atom && 'has' in atom && atom.has === option))
    const other = (entry.options ?? []).filter((option) => !told.includes(option)).slice(0, 1)
    return subsets([...told, ...other]).filter((set) => set.length > 0)
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
  const sign = (value: Value) => read.map((atom) => (holdsOf(atom, value, flow, today) ? '1' : '0')).join('')
  return values.filter((value, at) => values.findIndex((other) => sign(other) === sign(value)) === at)
}
