import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { proveRoutes, routeFaults, shapeFaults } from './faults.ts'
import { tickFlow as flow, smallWorld as world } from './fixtures.ts'
import type { Flow } from './flow.ts'
import { askedOn, givensOf, missing, outcome, relevant } from './route.ts'
import { allRoutes, conditionsOf } from './routes.ts'
import { summaryOf } from './summary.ts'

const actions = (answers: Answers) => outcome(flow, answers, world)?.actions.map(({ id }) => id)
const [, second] = flow.questions
const needs = second?.entries[0]
if (!second || !needs) throw new Error('the flow has changed')
const needsAsked = (work: string) => askedOn(flow, second, { work }, world)[0]

describe('several that may be empty', () => {
  test('an empty list is an answer, and its absence is none', () => {
    expect(actions({ work: 'cook', needs: [] })).toEqual(['warn'])
    expect(missing(flow, { work: 'cook' }, world)).toEqual([{ question: 'needs', entry: 'needs' }])
    expect(relevant(flow, { work: 'cook', needs: [] }, world)).toEqual({ work: 'cook', needs: [] })
  })
  test('something that is no option is no answer', () => expect(actions({ work: 'cook', needs: ['salt'] })).toBeUndefined())
})

describe('an option that is not offered', () => {
  test('counts as not ticked, and is dropped', () => {
    expect(needsAsked('guest')?.options).toEqual(['flour', 'chair'])
    expect(actions({ work: 'guest', needs: ['oven', 'flour'] })).toEqual(['warn', 'buy'])
    expect(relevant(flow, { work: 'guest', needs: ['oven', 'flour'] }, world)).toEqual({ work: 'guest', needs: ['flour'] })
  })
  test('ticked alone leaves an empty answer where one may be', () => expect(actions({ work: 'guest', needs: ['oven'] })).toEqual(['warn']))
})

test('a variant is the first that holds, and changes only what it gives', () => {
  const heat = (work: string) => outcome(flow, { work, needs: ['oven'] }, world)?.actions.find(({ id }) => id === 'heat')
  expect(heat('baker')).toMatchObject({ sure: 'A', services: ['gas'] })
  expect(heat('baker')?.variant).toBeUndefined()
  expect(heat('cook')).toMatchObject({ variant: 'cook', sure: 'C', services: [], source: 'a test' })
  expect(needsAsked('cook')?.variant).toBe('makers')
  expect(needsAsked('guest')).toMatchObject({ variant: undefined })
})

test('a given follows another until it is changed itself', () => {
  expect(givensOf(flow, {}, world)).toEqual({ here: 'north', there: 'north' })
  expect(givensOf(flow, { here: 'south' }, world)).toEqual({ here: 'south', there: 'south' })
  expect(givensOf(flow, { here: 'south', there: 'north' }, world)).toEqual({ here: 'south', there: 'north' })
  expect(actions({ work: 'guest', needs: [], here: 'south' })).toEqual(['warn', 'travel', 'post'])
})

describe('the proof by what a row reads', () => {
  test('finds nothing wrong, and says how many routes it walked', () => {
    const { faults, walked } = proveRoutes(flow, world)
    expect(faults).toEqual([])
    expect(walked.get('flour-is-bought')).toBe(1)
    expect(walked.get('a-guest-heats-nothing')).toBeGreaterThan(1)
  })
  test.each<[string, (f: Flow) => Flow]>([
    ['a-guest-heats-nothing', (f) => changed(f, 'heat', { if: { answer: 'needs', has: 'flour' } })],
    ['the-warning-comes-first', (f) => ({ ...f, actions: f.actions.toReversed() })],
    [
      'flour-is-bought',
      (f) =>
        changed(f, 'buy', {
          if: {
            all: [
              { answer: 'needs', has: 'flour' },
              { answer: 'work', is: 'cook' },
            ],
          },
        }),
    ],
  ])('%s can fail', (id, change) => expect(routeFaults(change(flow), world).map(({ row }) => row)).toContain(id))
  test('is exact: what holds on the routes of a row holds on all, and what fails there fails on one of all', () =>
    fc.assert(
      fc.property(fc.constantFrom(...flow.actions), fc.constantFrom(...flow.actions), (named, other) => {
        const every = allRoutes(flow, world, { about: [...flow.actions.flatMap(conditionsOf)] })
        const few = allRoutes(flow, world, { about: [named, other].flatMap(conditionsOf) })
        const seen = (routes: typeof every) =>
          new Set(routes.map(({ reached }) => [named, other].map(({ id }) => reached.actions.some((a) => a.id === id)).join(' ')))
        expect(seen(few)).toEqual(seen(every))
        expect(few.length).toBeLessThanOrEqual(every.length)
      }),
    ))
})

const changed = (f: Flow, id: string, change: Partial<Flow['actions'][number]>): Flow => ({
  ...f,
  actions: f.actions.map((action) => (action.id === id ? { ...action, ...change } : action)),
})

describe('the shape', () => {
  const faultsOf = (f: Flow) => shapeFaults(f, world).map(({ found }) => found)
  const withNeeds = (change: object): Flow => ({
    ...flow,
    questions: flow.questions.map((q) => (q.id === 'needs' ? { ...q, entries: [{ ...needs, ...change }] } : q)),
  })
  test('is right', () => expect(faultsOf(flow)).toEqual([]))
  test.each<[string, Flow, string]>([
    [
      'a condition on an option that is none',
      withNeeds({ options_if: { salt: { has: 'work' } } }),
      'options_if names "salt", which is not an option of needs',
    ],
    [
      'a tick of which nothing comes',
      withNeeds({ options: ['flour', 'oven', 'chair', 'salt'] }),
      'ticking "salt" does not change anything',
    ],
    [
      'a variant that reads what nobody asks',
      withNeeds({ variants: [{ id: 'x', if: { has: 'hat' } }] }),
      'a condition uses "hat", but no question asks for it',
    ],
    [
      'a given that follows itself',
      { ...flow, givens: [{ id: 'here', options: ['north'], follows: 'here' }, ...flow.givens.slice(1)] },
      'it follows "here", which is not a given before it',
    ],
  ])('%s', (_name, f, found) => expect(faultsOf(f)).toContain(found))
})

test('a summary takes the first of each time, then the lowest ranks, in the order of the whole', () => {
  const reached = outcome(flow, { work: 'baker', needs: ['flour', 'oven', 'chair'], here: 'south' }, world)?.actions ?? []
  expect(reached.map(({ id }) => id)).toEqual(['warn', 'buy', 'heat', 'sit', 'travel', 'post'])
  expect(summaryOf(reached, 5).map(({ id }) => id)).toEqual(['warn', 'heat', 'sit', 'travel', 'post'])
  expect(summaryOf(reached, 3).map(({ id }) => id)).toEqual(['warn', 'sit', 'post'])
  expect(summaryOf(reached.slice(0, 2), 5)).toHaveLength(2)
})
