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
