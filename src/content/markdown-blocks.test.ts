import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBlocks } from './markdown-blocks.ts'

/** What a paragraph is when the parser has read it: with another one behind it, it is not read at once. */
const parsed = (text: string) => readBlocks(`${text}\n\nb`).blocks.slice(0, -1)
const words = ({ blocks }: Pick<ReturnType<typeof readBlocks>, 'blocks'>) => blocks.map(({ kind, text, marks }) => ({ kind, text, marks }))

it('reads a text without marks of Markdown as the parser does', () => {
  const sign = fc.constantFrom(...'aZ1 .,;:-+=#"\'()/?!{}<>[]*_`~|&\\’“”£–@%^$')
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 12 }), (text) => {
      expect(words(readBlocks(text))).toEqual(words({ blocks: parsed(text) }))
    }),
    { numRuns: 3000, examples: [['a'], ['a '], ['a  b'], ['a -- b'], ['“a”'], ['a@b.c'], ['a: b {#c}']] },
  )
})

it('knows the line of each row of a table', () => {
  const { blocks } = readBlocks('A b.\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |')
  expect(blocks.map(({ text, lineAt }) => `${text} ${lineAt(0)}`)).toEqual(['A b. 0', 'a 2', 'b 2', 'c 4', 'd 4', 'e 5', 'f 5'])
})
