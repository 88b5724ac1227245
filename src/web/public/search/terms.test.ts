import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, isOneSlip, swaps, termsOf } from './terms.ts'

describe('words of a text', () => {
  test.each([
    ['Ajutór!', ['ajutor']],
    ['I can’t leave', ['i', 'cant', 'leave']],
    ['Giúp đỡ', ['giup', 'do']],
    ['Niebezpieczeństwo, źle, łódź', ['niebezpieczenstwo', 'zle', 'lodz']],
    ['أحتاج مُساعَدة', ['احتاج', 'مساعدة']],
    ['ＨＯＴＥＬ', ['hotel']],
    ['08000 121-700', ['08000', '121', '700']],
    ['请帮助我', ['请', '帮助', '我']],
    ['', []],
    ['?!…', []],
  ])('%s', (text, terms) => expect(termsOf(text)).toEqual(terms))
  // Taken off, its vowel signs would leave half a word.
  test('a script whose marks are letters keeps them', () => expect(fold('मदद ਹਿੰਦੀ')).toBe('मदद ਹਿੰਦੀ'.normalize('NFC')))
})

describe('one slip', () => {
  test.each([
    ['hotel', 'hotel'],
    ['hotel', 'hotle'],
    ['hotel', 'hotl'],
    ['hotel', 'hootel'],
    ['hotel', 'hotal'],
  ])('%s, %s', (a, b) => {
    expect(isOneSlip(a, b)).toBe(true)
    expect(isOneSlip(b, a)).toBe(true)
  })
  test.each([
    ['hotel', 'hole'],
    ['hotel', 'house'],
    ['scared', 'sacred hall'],
    ['', 'ab'],
  ])('two: %s, %s', (a, b) => expect(isOneSlip(a, b)).toBe(false))
  test('every swap is one slip', () => {
    expect(swaps('hotle')).toContain('hotel')
    fc.assert(fc.property(fc.string(), (text) => swaps(text).every((swapped) => isOneSlip(text, swapped))))
  })
})
