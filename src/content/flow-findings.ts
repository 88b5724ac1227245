import { type Condition, rulesIn, setsIn } from '../domain/flow/condition.ts'
import { type FlowFault, shapeFaults } from '../domain/flow/faults.ts'
import { type Action, type Flow, type OptionsFrom, times } from '../domain/flow/flow.ts'
import { decisive } from '../domain/flow/routes.ts'
import type { World } from '../domain/flow/walk.ts'
import type { EntryWords, FlowWords } from '../domain/flow/words.ts'
import { rules } from '../domain/pathway/rules.ts'
import { type Collection, placeOf } from './collection.ts'
import type { Finding } from './finding.ts'
import type { FlowLists, PackFlow } from './flows.ts'
import { didYouMean, nearest } from './nearest.ts'
import type { Organisations } from './organisations.ts'

/** Shapes and routes do not hang on the day: any will do. */
export const anyDay: World = { rules, today: Temporal.PlainDate.from('2026-11-24') }

/** A flow with what the pack gives to it. */
export const resolveFlow = ({ head, parts, words }: FlowLists, { nation, organisations, options }: Supplies): PackFlow => {
  const supplied = { ...options, organisations: organisations.options }
  const usesThem = parts.questions.rows.some(({ entries }) => entries.some((entry) => entry.options_from === 'organisations'))
  const sets = new Map(parts.sets.rows.map((set) => [set.id, [...set.of, ...(usesThem ? (organisations.sets.get(set.id) ?? []) : [])]]))
  const flow: Flow = {
    head,
    sets,
    givens: parts.givens.rows.map((given) => (given.from ? { ...given, default: nation } : given)),
    questions: parts.questions.rows.map((question) => ({
      ...question,
      entries: question.entries.map((entry) =>
        entry.options_from ? { ...entry, options: [...supplied[entry.options_from].map(({ id }) => id), ...(entry.options ?? [])] } : entry,
      ),
    })),
    outcomes: parts.outcomes.rows,
    actions: inOrder(parts.actions.rows),
    leaving: parts.leaving.rows,
    invariants: parts.invariants.rows,
  }
  const from = new Map(flow.questions.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry.options_from] as const)))
  const labelled = (row: EntryWords): EntryWords => {
    const list = from.get(row.id)
    return list ? { ...row, options: { ...Object.fromEntries(supplied[list].map(({ id, name }) => [id, name])), ...row.options } } : row
  }
  const texts: FlowWords = {
    questions: byId(words.questions),
    entries: new Map(words.entries.rows.map((row) => [row.id, labelled(row)])),
    outcomes: byId(words.outcomes),
    actions: byId(words.actions),
    sections: byId(words.sections),
    sets: byId(words.sets),
    rules: byId(words.rules),
  }
  return { flow, words: texts }
}

/** Actions by when they are due and how much they matter; those without either stay where they stand in the file. */
const inOrder = (actions: readonly Action[]): Action[] =>
  actions.toSorted((a, b) => placeIn(a.when) - placeIn(b.when) || (a.rank ?? 0) - (b.rank ?? 0))

const placeIn = (when: Action['when']): number => (when === undefined ? -1 : times.indexOf(when))

/** What a pack gives to its flows: the nation it is in, its organisations with their sets, and the rows of other lists as options. */
export type Supplies = {
  nation: string
  organisations: Organisations
  options: Readonly<Record<Exclude<OptionsFrom, 'organisations'>, readonly { id: string; name: string }[]>>
}

const byId = <T extends { id: string }>({ rows }: Collection<T>): Map<string, T> => new Map(rows.map((row) => [row.id, row]))

/** Where a fault of a flow stands in its file. */
export const faultFinding = (lists: FlowLists, { part, row, found, instead }: FlowFault): Finding => ({
  severity: 'error',
  rule: 'flow',
  ...placeOf(lists.parts[part].origins(row), ['id']),
  found: `${part.replace(/s$/, '')} "${row}": ${found}`,
  instead,
})

/** The shape of a flow, and words for each of its ids. */
export const flowFindings = (lists: FlowLists, { flow, words }: PackFlow): Finding[] => {
  const shape = shapeFaults(flow, anyDay).map((fault) => faultFinding(lists, fault))
  return shape.length ? shape : wordFindings(lists, flow, words)
}

/** The conditions that the map of a flow says in words: which way, and which steps. */
const shownIn = (flow: Flow): Condition[] =>
  decisive(
    flow,
    flow.actions.map((action) => action.if),
  )

/** The sets and rules that the map names. */
const worded = (flow: Flow) => ({
  sets: new Set(shownIn(flow).flatMap(setsIn)),
  rules: new Set(
    shownIn(flow)
      .flatMap(rulesIn)
      .map(({ rule }) => rule),
  ),
})

const wordFindings = (lists: FlowLists, flow: Flow, words: FlowWords): Finding[] => {
  const findings: Finding[] = []
  const entries = flow.questions.flatMap((question) =>
    question.entries.map((entry) => ({ ...entry, alone: question.entries.length === 1 })),
  )
  const wanted = {
    questions: new Set(flow.questions.map(({ id }) => id)),
    entries: new Set([...entries.filter((e) => !e.alone || e.options).map(({ id }) => id), ...flow.givens.map(({ id }) => id)]),
    outcomes: new Set(flow.outcomes.map(({ id }) => id)),
    actions: new Set([...flow.actions, ...flow.leaving].map(({ id }) => id)),
    sections: new Set(flow.questions.flatMap(({ section }) => section ?? [])),
    ...worded(flow),
  }
  const mayHave = {
    ...wanted,
    entries: new Set([...wanted.entries, ...entries.map(({ id }) => id)]),
    sets: new Set(flow.sets.keys()),
    rules: new Set(Object.keys(rules)),
  }
  const partOf = {
    questions: 'questions',
    entries: 'questions',
    outcomes: 'outcomes',
    actions: 'actions',
    sections: 'questions',
    sets: 'sets',
    rules: 'questions',
  } as const
  for (const kind of ['questions', 'entries', 'outcomes', 'actions', 'sections', 'sets', 'rules'] as const) {
    const strays = [...words[kind].keys()].filter((id) => !mayHave[kind].has(id))
    for (const id of wanted[kind]) {
      // Words under a misspelt id are told of as such, not here.
      if (words[kind].has(id) || nearest(id, strays)) continue
      const row = kind === 'entries' ? flow.questions.find((q) => q.entries.some((e) => e.id === id))?.id : id
      const place = placeOf(lists.parts[partOf[kind]].origins(row ?? id), ['id'])
      findings.push({
        severity: 'error',
        rule: 'flow',
        ...(place.file ? place : { file: lists.file, line: 1 }),
        found: `"${id}" does not have any words`,
        instead: `Add some under \`${kind}:\` in words/en/flows/${lists.id}.yaml.`,
      })
    }
    for (const id of strays)
      findings.push({
        severity: 'error',
        rule: 'flow',
        ...placeOf(lists.words[kind].origins(id), ['id']),
        found: `the flow does not have "${id}"`,
        instead: `Remove the words, or correct the id${didYouMean(id, mayHave[kind])}.`,
      })
  }
  const varied = [
    ...entries.map(({ id, variants }) => ({ kind: 'entries' as const, id, variants })),
    ...flow.actions.map(({ id, variants }) => ({ kind: 'actions' as const, id, variants })),
  ]
  for (const { kind, id, variants = [] } of varied) {
    const own = words[kind].get(id)
    if (!own) continue
    const [named, known] = [new Set(variants.map((variant) => variant.id)), new Set(Object.keys(own.variants ?? {}))]
    // A variant may differ in its lines alone.
    const silent = new Set(variants.flatMap((variant) => ('services' in variant && variant.services ? [variant.id] : [])))
    for (const variant of named.difference(known).difference(silent))
      findings.push({
        severity: 'error',
        rule: 'flow',
        ...placeOf(lists.words[kind].origins(id), ['id']),
        found: `${id} does not have words for its variant "${variant}"`,
        instead: 'Add them under `variants`.',
      })
    for (const variant of known.difference(named))
      findings.push({
        severity: 'error',
        rule: 'flow',
        ...placeOf(lists.words[kind].origins(id), ['variants', variant]),
        found: `${id} has words for "${variant}", which is not one of its variants`,
        instead: `Remove them, or correct the id${didYouMean(variant, named)}.`,
      })
  }
  for (const { rule, is } of shownIn(flow).flatMap(rulesIn))
    if (words.rules.has(rule) && !words.rules.get(rule)?.means[is])
      findings.push({
        severity: 'error',
        rule: 'flow',
        ...placeOf(lists.words.rules.origins(rule), ['means']),
        found: `the rule ${rule} does not have words for "${is}"`,
        instead: 'Add them under `means`. The map of the flow says who each step is for.',
      })
  const options = Map.groupBy([...entries, ...flow.givens], ({ id }) => id)
  for (const [id, same] of options) {
    const [first] = same
    const own = words.entries.get(id)
    if (!first?.options || !own) continue
    const known = new Set(first.options)
    const place = () => placeOf(lists.words.entries.origins(id), ['options'])
    for (const option of Object.keys(own.also ?? {}))
      if (!known.has(option))
        findings.push({
          severity: 'error',
          rule: 'flow',
          ...placeOf(lists.words.entries.origins(id), ['also', option]),
          found: `${id} has search words for "${option}", which is not one of its answers`,
          instead: `Remove them, or correct the id${didYouMean(option, known)}.`,
        })
    const lacking = [...known].filter((option) => !own.options?.[option])
    const strange = Object.keys(own.options ?? {}).filter((option) => !known.has(option))
    if (lacking.length)
      findings.push({
        severity: 'error',
        rule: 'flow',
        ...place(),
        found: `${id} does not have words for ${lacking.join(', ')}`,
        instead: 'Add them under `options`.',
      })
    if (strange.length)
      findings.push({
        severity: 'error',
        rule: 'flow',
        ...place(),
        found: `${id} has words for ${strange.join(', ')}, which is not one of its answers`,
        instead: 'Remove them, or correct the id.',
      })
  }
  return findings
}
