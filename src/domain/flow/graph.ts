import type { Condition } from './condition.ts'
import type { Flow } from './flow.ts'

/** A way from one question on. `when` is null where the way is taken if no other is. */
export type Edge = { from: string; to: string; when: Condition | null }

/** Every way of a flow, in its order. A question with `ask_if` may also be passed over: then its last way counts. */
export const graph = (flow: Flow): Edge[] =>
  flow.questions.flatMap(({ id, go }) => go.map((way) => ({ from: id, to: way.to, when: way.if ?? null })))

/** The ways as sorted lines, to be read beside the last ones: `from -> to [when]`. */
export const graphText = (flow: Flow): string =>
  [
    ...graph(flow).map(({ from, to, when }) => `${from} -> ${to}${when ? ` [${conditionText(when)}]` : ''}`),
    ...flow.questions.flatMap(({ id, ask_if }) => (ask_if ? [`${id} asked if ${conditionText(ask_if)}`] : [])),
    ...flow.actions.flatMap(({ id, on, if: when }) => on.map((o) => `${o} => ${id}${when ? ` [${conditionText(when)}]` : ''}`)),
  ]
    .sort()
    .join('\n')

/** A condition in ids, in one line. */
export const conditionText = (condition: Condition): string => {
  if ('not' in condition) return `not (${conditionText(condition.not)})`
  if ('all' in condition) return condition.all.map(inner).join(' and ')
  if ('any' in condition) return condition.any.map(inner).join(' or ')
  if ('rule' in condition) return `rule ${condition.rule} is ${condition.is}`
  if (!('answer' in condition)) return `${condition.has} has something`
  if ('is' in condition) return `${condition.answer} is ${condition.is}`
  if ('has' in condition) return `${condition.answer} has ${condition.has}`
  if ('older_than' in condition) return `${condition.answer} is ${condition.older_than} years ago or more`
  return `${condition.answer} is one of ${typeof condition.one_of === 'string' ? `the set ${condition.one_of}` : condition.one_of.join(', ')}`
}

const inner = (condition: Condition): string =>
  'all' in condition || 'any' in condition ? `(${conditionText(condition)})` : conditionText(condition)
