import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFrom, splitWords, wordsNear } from './code.ts'
import { typedCode } from './typed-code.ts'

const codes = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(codeFrom)

test('words written together are the code that they are, or nothing: never another', () => {
  fc.assert(
    fc.property(codes, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (code, spaces) => {
      const typed = code.map((word, at) => (at && spaces[at - 1] ? ` ${word}` : word)).join('')
      const read = typedCode(typed)
      if ('code' in read) expect(read.code).toEqual(code)
      else expect(['joined', 'number', 'not-listed']).toContain(read.fault)
    }),
  )
  expect(typedCode('craftheroloyaltableofferbrainterm')).toEqual({
    code: ['craft', 'hero', 'loyal', 'table', 'offer', 'brain', 'term'],
    readAs: [],
  })
  // Two ways: seven words as they are, or with one more split and "drawturn" taken as "draw".
  expect(typedCode('abandonnetworkabandon abandon drawturn abandon')).toEqual({ fault: 'joined' })
  // Not seven.
  expect(splitWords(['craftherocraft'])).toBeNull()
  expect(typedCode('craftheroloyaltableofferbrainxxxx')).toEqual({ fault: 'joined' })
})

test('one slip of a finger away: a letter more, less or another, or two that changed places', () => {
  expect(wordsNear('tabel')).toContain('table')
  expect(wordsNear('tble')).toContain('table')
  expect(wordsNear('tablee')).toContain('table')
  expect(wordsNear('tuble')).toContain('table')
  expect(wordsNear('zzzzz')).toEqual([])
})
