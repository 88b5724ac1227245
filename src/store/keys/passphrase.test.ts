import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalisePassphrase, passphraseFault, suggestPassphrase } from './passphrase.ts'

test.each([
  ['otter lamp velvet orbit cinema', null],
  ['otter-lamp-velvet-orbit-cinema', null],
  ['correcthorsebatterystaple', null],
  ['Zażółć gęślą jaźń, łąka żubr', null],
  ['otter lamp velvet orb', null],
  ['otter lamp velvet', 'passphrase-short'],
  ['Hertfordshire2026', 'passphrase-short'],
  ['a b c d e f', 'passphrase-short'],
  ['          otter lamp          ', 'passphrase-short'],
  ['', 'passphrase-short'],
  ['otter otter otter otter otter', 'passphrase-repeats'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'passphrase-repeats'],
  ['121212121212121212121212', 'passphrase-repeats'],
  ['the cat the cat the', 'passphrase-repeats'],
  ['x'.repeat(201), 'passphrase-long'],
])('%s: %s', (typed, fault) => {
  expect(passphraseFault(typed)).toBe(fault)
})

test('anything typed is judged, and what is judged good is good however a phone writes it', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 250 }), (typed) => {
      const fault = passphraseFault(typed)
      const byPhone = ` ${typed.replace(/ /g, '  ').toUpperCase().toLowerCase()} `
      if (typed === typed.toUpperCase().toLowerCase())
        expect([passphraseFault(byPhone), normalisePassphrase(byPhone)]).toEqual([fault, normalisePassphrase(typed)])
    }),
  ))

test('what is suggested is good: six words of 7,776, each time others', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const words = dictionary['diceware-common']
  // log2(7776 ** 6) = 77.5
  expect([words.length, new Set(words).size]).toEqual([7776, 7776])
  expect(words.every((word) => normalisePassphrase(word) === word)).toBe(true)
  const made = await Promise.all(Array.from({ length: 50 }, suggestPassphrase))
  expect(new Set(made).size).toBe(50)
  for (const one of made) {
    expect(one.split(' ').every((word) => words.includes(word)) && one.split(' ').length).toBe(6)
    expect(passphraseFault(one)).toBe(null)
  }
})
