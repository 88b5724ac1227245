import { expect, it } from 'vitest'
import { item, part, slide } from './fixtures.ts'
import type { Slide } from './slide.ts'
import { hands, minutesOf, partMinutes, spokenWords, turn, wordsIn } from './time.ts'

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')
const none = new Map()

it.each([
  ['Ring 999.', 4],
  ['Ring 08000 121 700 now.', 13],
  ['One – two, three', 3],
  ['', 0],
  ['See [the page](/get-help).', 3],
])('says a number digit by digit: %s', (text, count) => {
  expect(spokenWords(text)).toBe(count)
})

it('counts what is said at 100 words a minute, the time of the room and the turning of slides', () => {
  const slides = [slide('one', { notes: { say: words(100) } }), slide('two', { notes: { say: words(100), minutes: 1.5 } })]
  expect(partMinutes(part('a', slides), none)).toBeCloseTo(3.5 + 2 * turn)
  expect(wordsIn('08000 121 700')).toBe(3)
})

it('reads a case aloud, and gives the room its minutes on the slide that asks', () => {
  const scenario: Slide = {
    type: 'scenario',
    id: 'case',
    title: 'A case',
    text: words(90),
    facts: words(20),
    questions: [{ ask: words(10), expect: [words(40)] }],
    drawing: 'talk',
    alt: 'Two people.',
    checks: ['e-one'],
    notes: { say: words(10), minutes: 3 },
  }
  const [read, talk] = minutesOf(scenario, none)
  expect(read).toBeCloseTo(1 + turn)
  expect(talk).toBeCloseTo(0.1 + 3 + turn)
  expect(minutesOf({ ...scenario, instead: 'other' }, none), 'one of the two is given').toEqual([0, 0])
})

it('reads a question with its answers, waits for hands, then reads the right answer and its reason', () => {
  const asked = {
    ...item('q', []),
    question: words(10),
    choices: [
      { id: 'a', text: words(20), right: true as const, why: words(30) },
      { id: 'b', text: words(20), why: words(100) },
    ],
  }
  const question: Slide = { type: 'question', id: 'ask', title: 'A question', item: 'q', notes: { say: words(10) } }
  const [ask, answer] = minutesOf(question, new Map([['q', asked]]))
  expect(ask).toBeCloseTo(0.1 + 0.1 + 0.4 + hands + turn)
  expect(answer, 'why the others are not right is said only where many chose one').toBeCloseTo(5 / 100 + 0.5 + turn)
})
