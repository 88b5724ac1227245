import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerDue, type Piece, redacted, sentenceId } from './redaction.ts'

const piece = (text: string, more: Partial<Piece> = {}): Piece => ({
  id: 'a1',
  side: 'theirs',
  asked: null,
  at: null,
  sentences: text.match(/[^.]+\.*\s*|\.+\s*/g) ?? [],
  ...more,
})
const none = { out: new Set<string>(), in: new Set<string>(), words: [] }

test('what nothing was taken out of is the whole text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (sentences) => {
      expect(redacted([piece('', { sentences })], none)[0]?.parts.join('')).toBe(sentences.join(''))
    }),
  )
})

test('a sentence that was taken out is gone, and so is each word wherever it is', () => {
  const text = 'Tom works there. His boss is Ana  Kovač. ANA KOVAČ takes the money.'
  const given = (out: string[], words: string[]) => redacted([piece(text)], { ...none, out: new Set(out), words })[0]?.parts
  expect(given([sentenceId('a1', 0)], [])).toEqual([null, 'His boss is Ana  Kovač. ANA KOVAČ takes the money.'])
  expect(given([], ['ana kovač'])).toEqual(['Tom works there. His boss is ', null, '. ', null, ' takes the money.'])
  expect(redacted([piece('His boss is Mr. Smith.')], { ...none, words: ['Mr. Smith'] })[0]?.parts).toEqual(['His boss is ', null, '.'])
  // Side by side they are one: nobody counts what is gone.
  expect(given([sentenceId('a1', 1)], ['ana kovač takes the money.'])).toEqual(['Tom works there. ', null])
})

test('no word that was to go is left in any case, whatever the text', () => {
  const word = fc
    .string({ unit: fc.constantFrom('a', 'B', 'é', '.', '*', '(', ' ', '\\'), minLength: 1, maxLength: 4 })
    .filter((one) => one.trim() !== '')
  fc.assert(
    fc.property(fc.array(word), word, (texts, gone) => {
      // Also where what counts sentences cut it in two.
      const [given] = redacted([piece(texts.join(''))], { ...none, words: [gone] })
      for (const part of given?.parts ?? []) expect(part?.toLowerCase().includes(gone.trim().toLowerCase()) ?? false).toBe(false)
    }),
  )
})

test('what is inside is given only where somebody says so', () => {
  const pieces = [piece('A note.', { id: 'n1', side: 'inside' }), piece('Another.', { id: 'n2', side: 'inside' }), piece('A report.')]
  expect(redacted(pieces, { ...none, in: new Set(['n2']) }).map(({ id }) => id)).toEqual(['n2', 'a1'])
})

test('an answer is due a month after the request, on the last day of a short month', () => {
  expect(answerDue(Temporal.PlainDate.from('2027-01-31')).toString()).toBe('2027-02-28')
})
