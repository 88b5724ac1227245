import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageTemplate, slot } from './page-template.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 400 }).filter((s) => !s.includes(slot))

test('a filled page is the page, and its gzip decodes to the same', () => {
  fc.assert(
    fc.property(text, text, text, (before, after, middle) => {
      const { plain, gzip } = pageTemplate(before + slot + after).fill(middle)
      expect(plain().toString()).toBe(before + middle + after)
      expect(gunzipSync(gzip()).equals(plain())).toBe(true)
    }),
  )
})

/** A stored block holds 65,535 bytes (RFC 1951 3.2.4), so these lie around the places where a new one begins. */
test.each([0, 1, 65_534, 65_535, 65_536, 131_070, 131_071, 200_000])('a middle of %i bytes', (length) => {
  const page = pageTemplate(`<p>${slot}</p>`)
  expect(gunzipSync(page.fill('x'.repeat(length)).gzip()).toString()).toBe(`<p>${'x'.repeat(length)}</p>`)
})

test('letters of more than one byte, cut by a block', () => {
  const middle = 'ñ→𝌆'.repeat(20_000)
  expect(gunzipSync(pageTemplate(`é${slot}ü`).fill(middle).gzip()).toString()).toBe(`é${middle}ü`)
})

test('the same page may be filled many times', () => {
  const page = pageTemplate(`a${slot}b`)
  for (const middle of ['1', '2', '', '1']) expect(gunzipSync(page.fill(middle).gzip()).toString()).toBe(`a${middle}b`)
})

test('a page without a hole is a fault', () => {
  expect(() => pageTemplate('<p></p>')).toThrow()
})

test('a page may have several holes, and what fills them may be compressed', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 5 }),
      fc.array(text, { maxLength: 4 }),
      fc.boolean(),
      (pieces, middles, deflate) => {
        const filled = pageTemplate(pieces.join(slot), { deflate }).fill(...middles)
        const whole = pieces.map((piece, at) => (at < pieces.length - 1 ? piece + (middles[at] ?? '') : piece)).join('')
        expect(filled.plain().toString()).toBe(whole)
        expect(gunzipSync(filled.gzip()).toString()).toBe(whole)
      },
    ),
  )
})
