import { describe, expect, test } from 'vitest'
import { routeFaults, sampleFaults, shapeFaults } from './faults.ts'
import { smallFlow, smallRules, smallWorld as world } from './fixtures.ts'
import type { Flow, Question } from './flow.ts'
import { graphText } from './graph.ts'
import { allRoutes } from './routes.ts'

const question = (id: string, change: Partial<Question>): Flow => ({
  ...smallFlow,
  questions: smallFlow.questions.map((q) => (q.id === id ? { ...q, ...change } : q)),
})
const said = (flow: Flow) => shapeFaults(flow, world).map(({ row, found }) => `${row}: ${found}`)
const walked = (flow: Flow) => routeFaults(flow, world).map(({ row, found }) => `${row}: ${found}`)

test('a whole flow has no fault', () => {
  expect(said(smallFlow)).toEqual([])
  expect(walked(smallFlow)).toEqual([])
  expect(sampleFaults(smallFlow, world)).toEqual([])
})

describe('the shape', () => {
  test.each<[string, Flow, string]>([
    [
      'a way to nowhere',
      question('rider', { go: [{ to: 'nowhere' }] }),
      'rider: it goes to "nowhere", which is not a question or an outcome',
    ],
    ['a way back', question('read', { go: [{ to: 'means' }] }), 'read: it goes back to "means"'],
    ['a way to itself', question('read', { go: [{ to: 'read' }] }), 'read: it goes back to "read"'],
    ['a last way with a condition', question('read', { go: [{ if: { has: 'note' }, to: 'go' }] }), 'read: its last way has a condition'],
    [
      'a way behind the last',
      question('read', { go: [{ to: 'go' }, { to: 'no' }] }),
      'read: a way without a condition comes before other ways',
    ],
    [
      'an entry that nobody asks',
      question('read', { ask_if: { has: 'hat' } }),
      'read: a condition uses "hat", but no question asks for it',
    ],
    [
      'an option that is none',
      question('read', { ask_if: { answer: 'means', is: 'rocket' } }),
      'read: "rocket" is not one of the answers to means',
    ],
    ['a set that is none', question('read', { ask_if: { answer: 'means', one_of: 'wings' } }), 'read: there is no set "wings"'],
    ['a rule that is none', question('read', { ask_if: { rule: 'luck', is: 'yes' } }), 'read: there is no rule "luck"'],
    [
      'a result that a rule never gives',
      question('read', { ask_if: { rule: 'may-go', is: 'perhaps' } }),
      'read: the rule may-go never gives "perhaps"',
    ],
    [
      'an answer of which nothing comes',
      question('read', { go: [{ to: 'go' }], entries: [{ id: 'hat', kind: 'choice', options: ['yes'] }] }),
      'read: the answer to "hat" does not change anything',
    ],
  ])('%s', (_name, flow, fault) => expect(said(flow)).toContain(fault))
})

describe('all ways walked', () => {
  test('a question that no way meets', () =>
    expect(walked(question('bags', { go: [{ to: 'go' }] }))).toContain('read: no route reaches it'))
  test('an action that no way meets', () => {
    const onFootByCar = { all: [{ answer: 'means', is: 'foot' }, { has: 'note' }] }
    expect(walked({ ...smallFlow, actions: smallFlow.actions.map((a) => (a.id === 'border' ? { ...a, if: onFootByCar } : a)) })).toEqual([
      'border: no route reaches it',
    ])
  })
  test('an invariant that is broken says where', () => {
    const broken: Flow = {
      ...smallFlow,
      invariants: [{ id: 'no-cars', if: { answer: 'means', is: 'car' }, never: ['go'], source: 'a test' }],
    }
    expect(walked(broken)).toEqual([expect.stringMatching(/^no-cars: it is not true when .*means is car/)])
  })
  test('an invariant that speaks of nothing', () => {
    const empty: Flow = {
      ...smallFlow,
      invariants: [
        {
          id: 'x',
          if: {
            all: [
              { answer: 'means', is: 'car' },
              { answer: 'means', is: 'foot' },
            ],
          },
          never: ['go'],
          source: 'a test',
        },
      ],
    }
    expect(walked(empty)).toEqual(['x: it does not apply to any route'])
  })
  test.each<[string, Partial<Flow['invariants'][number]>]>([
    ['always', { always: ['rider'] }],
    ['one of', { one_of: ['read'] }],
    ['not together', { not_together: ['bags', 'go'] }],
    ['most questions', { most_questions: 2 }],
  ])('%s', (_name, rule) => expect(walked({ ...smallFlow, invariants: [{ id: 'x', source: 'a test', ...rule }] })).toHaveLength(1))
})

test('each way is walked once for all answers that decide alike, and every end of an age is tried', () => {
  const routes = allRoutes(smallFlow, world)
  const keys = routes.map(({ answers }) => JSON.stringify(answers))
  expect(new Set(keys).size).toBe(routes.length)
  const born = new Set(routes.flatMap(({ answers }) => (answers.born === undefined ? [] : String(answers.born))))
  expect([...born].sort()).toEqual(['2009-11-27', '2026-11-27'])
})

test('a rule whose sample gives another result is found', () => {
  const rules = {
    'may-go': { ...smallRules['may-go'], samples: { yes: { means: 'foot', bags: ['big'], sure: 'yes' } } },
  } as typeof smallRules
  expect(sampleFaults(smallFlow, { ...world, rules })).toEqual(['may-go does not give yes'])
})

test('the graph is sorted lines', () =>
  expect(graphText(smallFlow).split('\n')).toEqual([
    'bags -> go',
    'bags -> read [note has something]',
    'bags asked if not (means is car)',
    'go => border [land is there]',
    'go => pump [means is one of the set wheels]',
    'means -> bags [means is foot]',
    'means -> rider',
    'no => border [land is there]',
    'read -> go [rule may-go is yes]',
    'read -> no',
    'rider -> bags [born is 17 years ago or more]',
    'rider -> no',
  ]))
