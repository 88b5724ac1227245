import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutIntoSentences, dealt, sentencesOf } from './sentences.ts'

test.each([
  ['en', 'Ring, and say: “Polish”. Say “interpreter”. Then wait.', 3],
  ['ar', 'هل أنتم في خطر الآن؟ أو هل هناك طفل في خطر الآن؟', 2],
  ['ti', 'ደውሉ፣ ናይ ቋንቋኹም ስም በሉ፦ “Tigrinya”። “interpreter” (ተርጓሚ) በሉ። ድሕሪኡ ተጸበዩ።', 3],
  ['ur', 'فون کریں، اور بتائیں: “Urdu”۔ کہیں “interpreter”۔', 2],
])('%s: sentences end where its own signs end them', (locale, text, count) => {
  const found = sentencesOf(text, locale)
  expect(found).toHaveLength(count)
  expect(found.join(' ')).toBe(text)
})

test('sentences put together again are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(cutIntoSentences(text, 'en').join('')).toBe(text)
    }),
  )
})

test('each picture gets a sentence, the last what is left', () => {
  expect(dealt(['One.', 'Two.', 'Three.'], ['A.', 'B.', 'C.'], 2)).toEqual(['One.', 'Two. Three.'])
})

test('a translation with another number of sentences is dealt out to no picture', () => {
  expect(dealt(['One and two.'], ['One.', 'Two.'], 2)).toBeNull()
  expect(dealt(['One.', 'Two.', 'Three.'], ['One.', 'Two.'], 2)).toBeNull()
})
