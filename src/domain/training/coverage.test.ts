import { expect, it } from 'vitest'
import { coverage } from './coverage.ts'
import { course, item, outcome, part, slide } from './fixtures.ts'
import type { Slide } from './slide.ts'

const asks = (id: string): Slide => ({ type: 'question', id: `ask-${id}`, title: `Ask ${id}`, item: id, notes: { say: 'Well?' } })
const first = part('first', [slide('one', { teaches: ['e-one'] })], [item('asked', ['e-one']), item('never', ['e-two', 'p-one'])])
const second = part('second', [slide('two', { teaches: ['p-one', 'e-two'] }), asks('asked')])
const made = course([first, second], [outcome('e-one', 'everyone'), outcome('e-two', 'everyone'), outcome('p-one', 'public-facing')], {
  everyone: ['first'],
  'public-facing': ['first', 'second'],
})

it('looks only into the parts of the tier, and counts only questions that are asked there', () => {
  expect(coverage(made).map(({ outcome: { id }, taught, checked }) => [id, taught, checked])).toEqual([
    ['e-one', ['first/one'], []],
    ['e-two', [], []],
    ['p-one', ['second/two'], []],
  ])
})

it('finds a question that a slide of the tier asks, and a scenario', () => {
  const scenario: Slide = {
    type: 'scenario',
    id: 'case',
    title: 'A case',
    text: 'Once.',
    facts: 'Once.',
    questions: [{ ask: 'What?', expect: ['That.'] }],
    drawing: 'talk',
    alt: 'Two people at a table.',
    checks: ['e-two'],
    notes: { say: 'Read.' },
  }
  const [one, two] = coverage({ ...made, parts: [{ ...first, slides: [...first.slides, asks('asked'), scenario] }, second] })
  expect([one?.checked, two?.checked]).toEqual([['asked'], ['first/case']])
})
