import { describe, expect, test } from 'vitest'
import { anyDay } from '../../src/content/flow-findings.ts'
import type { Condition } from '../../src/domain/flow/condition.ts'
import { holdsOnAll } from '../../src/domain/flow/faults.ts'
import type { Action, Flow, Invariant } from '../../src/domain/flow/flow.ts'
import { realPack } from '../support/real-pack.ts'

const flow = realPack().flows.get('pathway')?.flow
if (!flow) throw new Error('the pack has no pathway')

const nowhere: Condition = {
  all: [
    { answer: 'danger', is: 'yes' },
    { answer: 'danger', is: 'no' },
  ],
}
const everyOutcome = flow.outcomes.map(({ id }) => id)
const isAction = (id: string) => flow.actions.some((action) => action.id === id)

const withActions = (change: (action: Action) => Action): Flow => ({ ...flow, actions: flow.actions.map(change) })
const without = (ids: readonly string[]) => withActions((action) => (ids.includes(action.id) ? { ...action, if: nowhere } : action))
const everywhere = (ids: readonly string[]) =>
  withActions((action) => (ids.includes(action.id) ? { ...action, on: everyOutcome, if: undefined } : action))

/** Ways to spoil the flow, each of which an invariant of that kind must notice. */
const spoilt = ({ always = [], one_of, never = [], not_together, within_first, most_questions }: Invariant): [string, Flow][] => [
  ...always.map((id): [string, Flow] => [`without ${id}`, without([id])]),
  ...(one_of ? [[`without any of ${one_of.join(', ')}`, without(one_of)] as [string, Flow]] : []),
  ...never.filter(isAction).map((id): [string, Flow] => [`${id} everywhere`, everywhere([id])]),
  ...(not_together ? [['all of them everywhere', everywhere(not_together)] as [string, Flow]] : []),
  ...(within_first
    ? [
        ['others put before it', { ...flow, actions: [...late, ...flow.actions.filter((action) => !late.includes(action))] }] as [
          string,
          Flow,
        ],
      ]
    : []),
  ...(most_questions ? [['one question more', oneMore] as [string, Flow]] : []),
]

/** Cards that every member of staff sees, of the last in the order. */
const late = flow.actions.filter(({ id }) => id === 'do-not' || id === 'write-down')

const oneMore: Flow = {
  ...flow,
  questions: [{ id: 'more', entries: [{ id: 'more', kind: 'choice', options: ['yes'] }], go: [{ to: 'danger' }] }, ...flow.questions],
}

describe.each(flow.invariants)('$id', (invariant) => {
  test('holds', () => expect(holdsOnAll(flow, invariant, anyDay)).toBe(true))
  const ways = spoilt(invariant)
  test('can be broken', () => expect(ways.length).toBeGreaterThan(0))
  test.each(ways)('is seen to fail: %s', (_name, broken) => expect(holdsOnAll(broken, invariant, anyDay)).toBe(false))
})
