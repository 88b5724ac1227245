import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferredOf } from './preferred.ts'

const offered = ['ar', 'sq', 'fa', 'pl']

test.each([
  ['sq', 'sq'],
  ['sq-AL,sq;q=0.9,en;q=0.8', 'sq'],
  ['en-GB,en;q=0.9,pl;q=0.8,ar;q=0.85', 'ar'],
  ['PL-pl', 'pl'],
  ['prs-AF', 'fa'],
  ['en-GB,en;q=0.9', null],
  ['pl;q=0', null],
  ['pl;q=nonsense', null],
  ['*', null],
  ['', null],
  ['fr-FR, fr; q=0.9 , sq ; q=0.1', 'sq'],
])('%s: %s', (header, language) => expect(preferredOf(header, offered)).toBe(language))

test('whatever is sent, the answer is on offer or none', () => {
  const part = fc.tuple(fc.constantFrom(...offered, 'en', '*', 'prs', '__proto__'), fc.constantFrom('', ';q=0.5', ';q=', ';;', ';q=1;q=0'))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part.map(([tag, rest]) => tag + rest)).map((all) => all.join(',')),
      ),
      (header) => {
        const language = preferredOf(header, offered)
        expect(language === null || offered.includes(language)).toBe(true)
      },
    ),
  )
})
