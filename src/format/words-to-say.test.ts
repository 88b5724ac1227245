import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spokenParts, wordsToSay } from './words-to-say.ts'

const english = 'Call and say “Interpreter, please”. Then say “I speak Dari” or “I speak Farsi”.'

test('what has to be said in English is found in a translation that keeps it', () => {
  expect(wordsToSay(english)).toEqual(['Interpreter, please', 'I speak Dari', 'I speak Farsi'])
  expect(spokenParts('Thoni „Interpreter, please“, pastaj «I speak Dari».', wordsToSay(english))).toEqual([
    { text: 'Thoni „', spoken: false },
    { text: 'Interpreter, please', spoken: true },
    { text: '“, pastaj «', spoken: false },
    { text: 'I speak Dari', spoken: true },
    { text: '».', spoken: false },
  ])
})

test('no letter is lost or comes twice, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'ab', 'b ', '“', '”')), fc.array(fc.constantFrom('a', 'ab', 'b', '')), (text, toSay) => {
      const whole = text.join('')
      expect(
        spokenParts(whole, toSay)
          .map((part) => part.text)
          .join(''),
      ).toBe(whole)
    }),
  )
})
