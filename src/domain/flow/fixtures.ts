import type { Flow } from './flow.ts'
import type { Rules } from './rules.ts'
import type { World } from './walk.ts'

/** For tests only: a small flow with a question of each kind. */

const dated = { source: 'a test', checked: '2026-11-24', review: '2027-05-24', owner: 'tester' }

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
    { id: 'pump', on: ['go'], when: { answer: 'means', one_of: 'wheels' }, services: [], ...dated },
    { id: 'border', on: ['go', 'no'], when: { answer: 'land', is: 'there' }, services: [], ...dated },
  ],
  leaving: [{ id: 'wait', when: { not: { has: 'means' } }, services: [], ...dated }],
  invariants: [{ id: 'walkers-pump-nothing', when: { answer: 'means', is: 'foot' }, never: ['pump'], source: 'a test' }],
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
