import type { Flow } from './flow.ts'
import type { Rules } from './rule.ts'
import type { World } from './walk.ts'

/** For tests only: a small flow with a question of each kind. */

const dated = { source: 'a test', checked: '2026-11-24', review: '2027-05-24', owner: 'tester' }
const known = { ...dated, source_date: '2026-11', sure: 'A' as const }

export const smallFlow: Flow = {
  head: { id: 'small', version: 2, ...dated },
  sets: new Map([['wheels', ['bicycle', 'car']]]),
  givens: [{ id: 'land', options: ['here', 'there'], default: 'here' }],
  questions: [
    {
      id: 'means',
      entries: [{ id: 'means', kind: 'choice', options: ['foot', 'bicycle', 'car'] }],
      go: [{ if: { answer: 'means', is: 'foot' }, to: 'bags' }, { to: 'rider' }],
    },
    {
      id: 'rider',
      entries: [
        { id: 'born', kind: 'date' },
        { id: 'note', kind: 'text', optional: true },
      ],
      go: [{ if: { answer: 'born', older_than: 17 }, to: 'bags' }, { to: 'no' }],
    },
    {
      id: 'bags',
      ask_if: { not: { answer: 'means', is: 'car' } },
      entries: [
        { id: 'bags', kind: 'several', options: ['small', 'big'] },
        { id: 'weights', kind: 'group', most: 2, ask_if: { answer: 'bags', has: 'big' }, entries: [{ id: 'kilos', kind: 'text' }] },
      ],
      go: [{ if: { has: 'note' }, to: 'read' }, { to: 'go' }],
    },
    {
      id: 'read',
      entries: [{ id: 'sure', kind: 'choice', options: ['yes', 'no'] }],
      go: [{ if: { rule: 'may-go', is: 'yes' }, to: 'go' }, { to: 'no' }],
    },
  ],
  outcomes: [{ id: 'go' }, { id: 'no' }],
  actions: [
    { id: 'pump', on: ['go'], if: { answer: 'means', one_of: 'wheels' }, services: [], ...known },
    { id: 'border', on: ['go', 'no'], if: { answer: 'land', is: 'there' }, services: [], ...known },
  ],
  leaving: [{ id: 'wait', if: { not: { has: 'means' } }, services: [], ...known }],
  invariants: [{ id: 'walkers-pump-nothing', if: { answer: 'means', is: 'foot' }, never: ['pump'], source: 'a test' }],
}

export const smallRules: Rules = {
  'may-go': {
    reads: { sure: { answer: 'sure', is: 'yes' }, big: { answer: 'bags', has: 'big' } },
    decide: ({ sure, big }) => (sure && !big ? 'yes' : 'no'),
    samples: {
      yes: { means: 'bicycle', born: '1990-01-01', note: 'x', bags: ['small'], sure: 'yes' },
      no: { means: 'foot', bags: ['big'], sure: 'yes' },
    },
  },
}

export const smallWorld: World = { rules: smallRules, today: Temporal.PlainDate.from('2026-11-27') }

/** For tests only: a question of several ticks, options and words that hang on an earlier answer, and a given that follows another. */
export const tickFlow: Flow = {
  head: { id: 'ticks', version: 1, ...dated },
  sets: new Map([['makers', ['baker', 'cook']]]),
  givens: [
    { id: 'here', options: ['north', 'south'], default: 'north' },
    { id: 'there', options: ['north', 'south'], follows: 'here' },
  ],
  questions: [
    {
      id: 'work',
      entries: [{ id: 'work', kind: 'choice', options: ['baker', 'cook', 'guest'] }],
      go: [{ to: 'needs' }],
    },
    {
      id: 'needs',
      entries: [
        {
          id: 'needs',
          kind: 'several',
          may_be_empty: true,
          options: ['flour', 'oven', 'chair'],
          options_if: { oven: { answer: 'work', one_of: 'makers' } },
          variants: [{ id: 'makers', if: { answer: 'work', one_of: 'makers' } }],
        },
      ],
      go: [{ to: 'end' }],
    },
  ],
  outcomes: [{ id: 'end' }],
  actions: [
    { id: 'warn', on: ['end'], when: 'now', rank: 1, services: [], ...known },
    { id: 'buy', on: ['end'], if: { answer: 'needs', has: 'flour' }, when: 'now', rank: 3, services: [], ...known },
    {
      id: 'heat',
      on: ['end'],
      if: { answer: 'needs', has: 'oven' },
      when: 'now',
      rank: 2,
      services: ['gas'],
      variants: [{ id: 'cook', if: { answer: 'work', is: 'cook' }, sure: 'C', services: [] }],
      ...known,
    },
    { id: 'sit', on: ['end'], if: { answer: 'needs', has: 'chair' }, when: 'today', rank: 4, services: [], ...known },
    { id: 'travel', on: ['end'], if: { answer: 'there', is: 'south' }, when: 'today', rank: 2, services: [], ...known },
    { id: 'post', on: ['end'], if: { answer: 'here', is: 'south' }, when: 'leaving', rank: 9, services: [], ...known },
  ],
  leaving: [],
  invariants: [
    { id: 'a-guest-heats-nothing', if: { answer: 'work', is: 'guest' }, never: ['heat'], source: 'a test' },
    { id: 'the-warning-comes-first', always: ['warn'], within_first: 1, source: 'a test' },
    { id: 'flour-is-bought', if: { answer: 'needs', has: 'flour' }, always: ['buy'], source: 'a test' },
  ],
}
