import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type RightsTopic, topicFinder } from './topic.ts'

const topics: RightsTopic[] = [
  { id: 'names', title: 'Names', words: ['anonym*', 'who you are', "person's name"], but_not: ['anonymous donors'] },
  { id: 'custody', title: 'Custody', words: ['detain*', 'section 45'] },
]
const find = topicFinder(topics)

it.each([
  ['You stay ANONYMOUS.', ['names']],
  ['They may be told who\nyou are.', ['names']],
  ['The person’s name is left out.', ['names']],
  ['A detained person may stay anonymous.', ['names', 'custody']],
  ['Section 45 may help.', ['custody']],
  ['Section 450 is another.', []],
  ['Undetained is no word.', []],
  ['Thanks to anonymous donors.', []],
  ['Thanks to anonymous donors, who do not know who you are.', ['names']],
])('%s', (sentence, found) => expect(find(sentence)).toEqual(found))

it('finds each word of each topic wherever it stands between other words', () => {
  const word = fc.constantFrom(...topics.flatMap(({ id, words }) => words.map((said) => ({ id, said }))))
  const around = fc.constantFrom('', 'So ', 'They say: “', 'x, (')
  fc.assert(
    fc.property(around, word, fc.constantFrom('', '.', '” and so on', ')', ', then'), (before, { id, said }, after) => {
      const ending = said.endsWith('*') ? 'ed' : ''
      expect(find(`${before}${said.replace('*', '')}${ending}${after}`)).toContain(id)
    }),
  )
})
