import { describe, expect, test } from 'vitest'
import type { WordId } from '../content/word-ids.ts'
import type { Condition } from '../domain/flow/condition.ts'
import { smallFlow, tickFlow } from '../domain/flow/fixtures.ts'
import type { Flow } from '../domain/flow/flow.ts'
import type { FlowWords } from '../domain/flow/words.ts'
import { conditionWords } from './condition.ts'

const patterns: Partial<Record<WordId, string>> = {
  'pathway.or': 'or',
  'pathway.when': 'if {when}',
  'pathway.when-quoted': '“{text}”',
  'pathway.when-answer': 'if {question} is {options}',
  'pathway.when-ticked': 'if ticked {options}',
  'pathway.when-not': 'not {when}',
  'pathway.when-and': ', and ',
  'pathway.when-or': ', or ',
  'pathway.when-answered': 'if {question} is answered',
  'pathway.when-older': 'if {question} is {years} years ago',
}
const t = Object.assign(
  (id: WordId, values: Record<string, string | number> = {}) =>
    (patterns[id] ?? id).replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name])),
  { locale: 'en-GB' },
)

/** Titles and labels are the ids with a capital. */
const wordsOf = (flow: Flow): FlowWords => {
  const capital = (id: string) => id.slice(0, 1).toUpperCase() + id.slice(1)
  const asked = [...flow.questions.flatMap(({ entries }) => entries), ...flow.givens]
  return {
    questions: new Map(flow.questions.map(({ id }) => [id, { id, title: capital(id) }])),
    entries: new Map(
      asked.map(({ id, options = [] }) => [id, { id, options: Object.fromEntries(options.map((option) => [option, capital(option)])) }]),
    ),
    outcomes: new Map(),
    actions: new Map(),
    sections: new Map(),
    sets: new Map([...flow.sets.keys()].map((id) => [id, { id, means: `you are of ${id}` }])),
    rules: new Map([['may-go', { id: 'may-go', means: { yes: 'you may go' } }]]),
  }
}
const said = (flow: Flow, condition: Condition, asking?: string) =>
  conditionWords(
    t,
    { flow, words: wordsOf(flow) },
    condition,
    flow.questions.find(({ id }) => id === asking),
  )

describe('each kind of condition is said', () => {
  test.each<[string, Flow, Condition]>([
    ['if Means is “Foot”', smallFlow, { answer: 'means', is: 'foot' }],
    ['if Means is “Foot” or “Car”', smallFlow, { answer: 'means', one_of: ['foot', 'car'] }],
    ['if you are of wheels', smallFlow, { answer: 'means', one_of: 'wheels' }],
    ['if ticked “Big”', smallFlow, { answer: 'bags', has: 'big' }],
    ['if Rider is 17 years ago', smallFlow, { answer: 'born', older_than: 17 }],
    ['if Means is answered', smallFlow, { has: 'means' }],
    ['if you may go', smallFlow, { rule: 'may-go', is: 'yes' }],
    ['not if you are of wheels', smallFlow, { not: { answer: 'means', one_of: 'wheels' } }],
    ['if land is “There”', smallFlow, { answer: 'land', is: 'there' }],
    [
      'if ticked “Flour” or “Oven”, and not if Work is “Guest”',
      tickFlow,
      {
        all: [
          {
            any: [
              { answer: 'needs', has: 'flour' },
              { answer: 'needs', has: 'oven' },
            ],
          },
          { not: { answer: 'work', is: 'guest' } },
        ],
      },
    ],
    [
      'if Work is “Cook”, or if ticked “Chair”',
      tickFlow,
      {
        any: [
          { answer: 'work', is: 'cook' },
          { answer: 'needs', has: 'chair' },
        ],
      },
    ],
  ])('%s', (words, flow, condition) => expect(said(flow, condition)).toBe(words))
})

test('of the question that is asking the answers alone', () =>
  expect(said(smallFlow, { answer: 'means', one_of: ['foot', 'car'] }, 'means')).toBe('“Foot” or “Car”'))
