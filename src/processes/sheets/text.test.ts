import { expect, test } from 'vitest'
import { readText } from './text.ts'

test('a text ends its lines in any way, and in several ways at once; each row keeps its line', () => {
  for (const text of ['a,b\r\nc,d\ne,f\rg,h\n', 'a,b\nc,d\r\ne,f\r\ng,h', 'a,b\rc,d\re,f\rg,h\r'])
    expect(readText(Buffer.from(text), null)).toMatchObject({
      sheet: {
        cells: [
          ['a', 'b'],
          ['c', 'd'],
          ['e', 'f'],
          ['g', 'h'],
        ],
        lines: [1, 2, 3, 4],
      },
    })
})
