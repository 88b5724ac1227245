import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { smallFlow as flow, smallWorld as world } from './fixtures.ts'
import { back, leaving, missing, next, outcome, relevant, route } from './route.ts'
import { keep, readKept } from './version.ts'

const ids = (answers: Answers) => route(flow, answers, world).map(({ id }) => id)

describe('the way', () => {
  test('ends at the first question that lacks an answer', () => {
    expect(ids({})).toEqual(['means'])
    expect(ids({ means: 'car' })).toEqual(['means', 'rider'])
    expect(next(flow, { means: 'car' }, world)?.id).toBe('rider')
  })
  test('an answer that is none of the options counts as none', () => expect(ids({ means: 'rocket' })).toEqual(['means']))
  test('first match wins, and a question whose ask_if does not hold is passed over', () => {
    expect(outcome(flow, { means: 'car', born: '1990-01-01' }, world)?.id).toBe('go')
    expect(ids({ means: 'foot', bags: ['small'] })).toEqual(['means', 'bags'])
  })
  test('an answer of a question that is not on the way is not read', () => {
    const walker: Answers = { means: 'foot', bags: ['small'], note: 'left over', sure: 'no' }
    expect(outcome(flow, walker, world)?.id).toBe('go')
    expect(relevant(flow, walker, world)).toEqual({ means: 'foot', bags: ['small'] })
  })
  test('back is the question before on the way, from the outcome the last', () => {
    const cyclist: Answers = { means: 'bicycle', born: '1990-01-01', bags: ['small'] }
    expect(back(flow, cyclist, world, 'bags')?.id).toBe('rider')
    expect(back(flow, { means: 'foot' }, world, 'bags')?.id).toBe('means')
    expect(back(flow, cyclist, world)?.id).toBe('bags')
    expect(back(flow, cyclist, world, 'means')).toBeNull()
  })
  test('next after a question is the first behind it of which nothing is known, also where it needs no answer', () => {
    const first = flow.questions[1]
    const lax = {
      ...flow,
      questions: flow.questions.map((q) =>
        q === first ? { ...q, entries: q.entries.map((e) => ({ ...e, optional: true as const })) } : q,
      ),
    }
    const after = (answers: Answers, id: string) => next(lax, answers, world, id)?.id
    expect(next(lax, { means: 'bicycle', bags: ['small'] }, world)).toBeNull()
    expect(after({ means: 'bicycle' }, 'means')).toBe('rider')
    expect(after({ means: 'bicycle' }, 'rider')).toBeUndefined()
    expect(after({ means: 'bicycle', born: '1990-01-01' }, 'means')).toBe('bags')
    expect(after({ means: 'foot', bags: ['small'] }, 'bags')).toBeUndefined()
    expect(after({}, 'rider')).toBe('means')
  })
})

test('an age is reached on the birthday', () => {
  const at = (born: string) => outcome(flow, { means: 'car', born }, world)?.id
  expect([at('2009-11-27'), at('2009-11-28'), at('2009-02-30')]).toEqual(['go', 'no', undefined])
})

test('a follow-up entry is asked only where its condition holds, and a group needs whole rows', () => {
  const with_ = (weights: unknown) => missing(flow, { means: 'foot', bags: ['big'], weights } as Answers, world)
  expect(with_([])).toEqual([{ question: 'bags', entry: 'weights' }])
  expect(with_([{ kilos: '' }])).toEqual([{ question: 'bags', entry: 'weights' }])
  expect(with_([{ kilos: '3' }, { kilos: '4' }, { kilos: '5' }])).toHaveLength(1)
  expect(with_([{ kilos: '3' }])).toEqual([])
})

test('what is missing is told as far as the way is known', () => {
  expect(missing(flow, {}, world)).toEqual([{ question: 'means', entry: 'means' }])
  expect(missing(flow, { means: 'foot' }, world)).toEqual([{ question: 'bags', entry: 'bags' }])
})

test('actions stand beside one another in order; a given answer holds until it is changed', () => {
  const actions = (answers: Answers) => outcome(flow, answers, world)?.actions.map(({ id }) => id)
  expect(actions({ means: 'car', born: '1990-01-01' })).toEqual(['pump'])
  expect(actions({ means: 'car', born: '1990-01-01', land: 'there' })).toEqual(['pump', 'border'])
})

test('what to do for someone who must leave hangs on what is known so far', () => {
  expect(leaving(flow, {}, world).map(({ id }) => id)).toEqual(['wait'])
  expect(leaving(flow, { means: 'car' }, world)).toEqual([])
})

test('answers that were kept are read only by the flow and version that asked', () => {
  const kept = keep(flow, { means: 'car' })
  expect(readKept(flow, JSON.parse(JSON.stringify(kept)))).toEqual({ means: 'car' })
  expect(readKept(flow, { ...kept, version: 1 })).toBe('other-version')
  expect(readKept(flow, { ...kept, flow: 'large' })).toBe('not-answers')
  for (const odd of [undefined, null, [], 'x', { ...kept, answers: ['car'] }]) expect(readKept(flow, odd)).toBe('not-answers')
})

const value = fc.oneof(
  fc.constantFrom('foot', 'bicycle', 'car', 'yes', 'no', '1990-01-01', 'there', ''),
  fc.array(fc.constantFrom('small', 'big', 'x')),
  fc.anything(),
)
const anyAnswers = fc.record(
  { means: value, born: value, note: value, bags: value, weights: value, sure: value, land: value },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>

test('whatever is answered, dropping what is off the way changes nothing of the way', () =>
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const kept = relevant(flow, answers, world)
      expect(ids(kept)).toEqual(ids(answers))
      expect(outcome(flow, kept, world)).toEqual(outcome(flow, answers, world))
      expect(relevant(flow, kept, world)).toEqual(kept)
    }),
  ))
