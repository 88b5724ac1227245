import { expect, it } from 'vitest'
import { part, slide } from './fixtures.ts'
import { partMinutes, spokenWords, wordsIn } from './time.ts'

it.each([
  ['Ring 999.', 4],
  ['Ring 08000 121 700 now.', 13],
  ['One – two, three', 3],
  ['', 0],
  ['See [the page](/get-help).', 3],
])('says a number digit by digit: %s', (text, words) => {
  expect(spokenWords(text)).toBe(words)
})

it('counts what is said at 130 words a minute, and the time of the room', () => {
  const say = Array.from({ length: 130 }, () => 'word').join(' ')
  expect(partMinutes(part('a', [slide('one', { notes: { say } }), slide('two', { notes: { say, minutes: 1.5 } })]))).toBe(3.5)
  expect(wordsIn('08000 121 700')).toBe(3)
})
