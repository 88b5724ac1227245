import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Beside, warningsOf, withoutIdentifiers } from './reply-check.ts'

const beside = (more: Partial<Beside> = {}): Beside => ({ names: [], notes: [], said: [], promised: true, ...more })
const kinds = (text: string, more: Partial<Beside> = {}) => warningsOf(text, beside(more)).map(({ kind, found }) => `${kind}: ${found}`)

test('a colleague is seen by their whole name in any letters, or by a part of it as a name is written', () => {
  const names = ['Will Stile', 'Asha Ó Briain-Smith']
  expect(kinds('WILL STILE read it.', { names })).toEqual(['staff: Will Stile'])
  expect(kinds('Ask Will about it.', { names })).toEqual(['staff: Will Stile'])
  expect(kinds('We will tell you.', { names })).toEqual([])
  expect(kinds('Talk to Asha’s team', { names })).toEqual([])
  expect(kinds('Talk to Asha today', { names })).toEqual(['staff: Asha Ó Briain-Smith'])
})

test('a registration, a number and an address are seen, and whether the reporter gave them', () => {
  const said = ['The van is ex26qqq, and I am on 07700 900123']
  expect(warningsOf('EX26 QQQ and K12 ABC', beside({ said }))).toEqual([
    { kind: 'registration', found: 'EX26 QQQ', given: true },
    { kind: 'registration', found: 'K12 ABC', given: false },
  ])
  expect(warningsOf('Call 07700 900123 or write to a@example.org', beside({ said }))).toEqual([
    { kind: 'telephone', found: '07700 900123', given: true },
    { kind: 'email', found: 'a@example.org', given: false },
  ])
  expect(kinds('We read it at 5pm on 3 December 2026.')).toEqual([])
})

test('four words in a row of a note are seen, however they are set; what the reporter wrote themselves is theirs', () => {
  const notes = ['Treat the boy with the grey cap as a child until we know.']
  expect(kinds('We saw the Boy, with the grey cap there.', { notes })).toEqual(['note: the Boy with the grey cap'])
  expect(kinds('We saw the boy there.', { notes })).toEqual([])
  expect(kinds('the boy with the grey cap', { notes, said: ['I saw the boy with the grey cap.'] })).toEqual([])
})

test('every run of a note that is long enough is found, wherever it stands', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/)
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 4, maxLength: 9 }),
      fc.array(word, { maxLength: 4 }),
      fc.array(word, { maxLength: 4 }),
      (run, before, after) => {
        const text = [...before, ...run, ...after].join(' ')
        expect(warningsOf(text, beside({ notes: [`Note: ${run.join(', ')}.`] })).some(({ kind }) => kind === 'note')).toBe(true)
      },
    ),
  )
})

test('words that promise an answer are seen where no day is kept', () => {
  expect(kinds('We will write again on Thursday. Thanks.', { promised: false })).toEqual(['promise: We will write again on Thursday'])
  expect(kinds('We will write again on Thursday.')).toEqual([])
})

test('what may tell who is meant is taken out of what is printed', () => {
  expect(withoutIdentifiers('Van EX26 QQQ, call 07700 900123.', '[left out]')).toBe('Van [left out], call [left out].')
})
