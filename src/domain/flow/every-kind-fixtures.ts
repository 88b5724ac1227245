import type { Entry, Flow, Question } from './flow.ts'
import type { FlowWords } from './words.ts'

/**
 * For tests only: a made-up flow with every kind of entry that the official form asks for. Two pages with several entries each, one that asks
 * more because of an answer on itself, one of which something must be answered, one that may be left empty, a group of rows and files.
 */

const dated = { source: 'a test', checked: '2026-11-24', review: '2027-05-24', owner: 'tester' }
const none = { data: ['none' as const], dtn: 'not-asked' as const }

const visit: Question = {
  id: 'visit',
  entries: [
    { id: 'purpose', kind: 'choice', options: ['trade', 'repair', 'rest'] },
    { id: 'broken', kind: 'text', ask_if: { answer: 'purpose', is: 'repair' }, record: { ...none, as: 'paragraphs', max_chars: 1000 } },
    { id: 'arrives', kind: 'date' },
    { id: 'flag', kind: 'text', optional: true, ask_if: { answer: 'purpose', is: 'rest' }, record: { ...none, max_chars: 20 } },
  ],
  go: [{ to: 'contact' }],
}

const contact: Question = {
  id: 'contact',
  entries: [
    { id: 'captain', kind: 'text', record: { ...none, as: 'name', max_chars: 60 } },
    { id: 'email', kind: 'text', optional: true, record: { ...none, as: 'email', max_chars: 100 } },
    { id: 'phone', kind: 'text', optional: true, record: { ...none, as: 'phone', max_chars: 40 } },
    { id: 'in-person', kind: 'choice', options: ['true'], optional: true, record: { ...none, as: 'tick' } },
  ],
  at_least_one: ['email', 'phone', 'in-person'],
  go: [{ to: 'ships' }],
}

const ships: Question = {
  id: 'ships',
  entries: [
    {
      id: 'ships',
      kind: 'group',
      most: 3,
      entries: [
        { id: 'name', kind: 'text', record: { ...none, max_chars: 30 } },
        { id: 'built', kind: 'date', optional: true },
        { id: 'deck', kind: 'several', options: ['open', 'covered'], optional: true },
      ],
    },
  ],
  go: [{ if: { answer: 'purpose', is: 'rest' }, to: 'notes' }, { to: 'cargo' }],
}

const cargo: Question = {
  id: 'cargo',
  entries: [
    {
      id: 'cargo',
      kind: 'several',
      may_be_empty: true,
      options: ['grain', 'oil', 'tools'],
      options_if: { tools: { answer: 'purpose', is: 'repair' } },
      variants: [{ id: 'trader', if: { answer: 'purpose', is: 'trade' } }],
    },
  ],
  go: [{ to: 'notes' }],
}

const notes = (to: string): Question => ({
  id: 'notes',
  entries: [{ id: 'notes', kind: 'text', optional: true, record: { ...none, as: 'paragraphs', max_chars: 500 } }],
  go: [{ to }],
})

const papersEntry: Entry = {
  id: 'papers',
  kind: 'text',
  optional: true,
  record: { ...none, as: 'file', max_files: 3, max_megabytes: 1, file_types: ['png', 'pdf'] },
}

const papers: Question = {
  id: 'papers',
  entries: [papersEntry, { id: 'signed', kind: 'date' }],
  go: [{ to: 'done' }],
}

const flowOf = (questions: readonly Question[]): Flow => ({
  head: { id: 'harbour', version: 1, ...dated },
  sets: new Map(),
  givens: [],
  questions,
  outcomes: [{ id: 'done' }],
  actions: [],
  leaving: [{ id: 'wave', services: [], ...dated, source_date: '2026-11', sure: 'A' }],
  invariants: [],
})

/** Without files: its answers travel in the page. */
export const harbour = flowOf([visit, contact, ships, cargo, notes('done')])

export const harbourWithFiles = flowOf([visit, contact, ships, cargo, notes('papers'), papers])

export const harbourWords: FlowWords = {
  questions: new Map(
    [
      { id: 'visit', title: 'About your visit' },
      { id: 'contact', title: 'How we reach you', hint: 'Give at least one way.' },
      { id: 'ships', title: 'Which ships come?', hint: 'As painted on the side.' },
      { id: 'cargo', title: 'What do you carry?', hint: 'Tick all that apply, or none.' },
      { id: 'notes', title: 'Anything else?' },
      { id: 'papers', title: 'Papers' },
    ].map((words) => [words.id, words]),
  ),
  entries: new Map(
    [
      { id: 'purpose', label: 'Why do you come?', options: { trade: 'To trade', repair: 'For repairs', rest: 'To rest' } },
      { id: 'broken', label: 'What is broken?', hint: 'In a few words.' },
      { id: 'arrives', label: 'When do you arrive?', hint: 'For example, 27 3 2026.' },
      { id: 'flag', label: 'Your flag' },
      { id: 'captain', label: 'Name of the captain' },
      { id: 'email', label: 'Email address' },
      { id: 'phone', label: 'Phone number' },
      { id: 'in-person', label: 'We meet in person', options: { true: 'Yes' } },
      { id: 'ships' },
      { id: 'name', label: 'Name' },
      { id: 'built', label: 'When was it built?' },
      { id: 'deck', label: 'Deck', options: { open: 'Open', covered: 'Covered' } },
      {
        id: 'cargo',
        options: { grain: 'Grain', oil: 'Oil', tools: 'Tools' },
        variants: { trader: { options: { oil: 'Oil to sell' } } },
      },
      { id: 'notes' },
      { id: 'papers', label: 'Papers of your ships', hint: 'Three at most, PNG or PDF.' },
      { id: 'signed', label: 'When did you sign them?' },
    ].map((words) => [words.id, words]),
  ),
  outcomes: new Map([['done', { id: 'done', title: 'Check your answers', lead: 'This is what you told us.' }]]),
  actions: new Map(),
  sections: new Map(),
  sets: new Map(),
  rules: new Map(),
}
