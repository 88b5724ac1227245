import { expect, test } from 'vitest'
import { languageNamed, namesToSay } from './names-to-say.ts'

test('one name is said as it is', () => {
  expect(namesToSay('Say “{language}”.', { english: 'Polish' }, 'en-GB')).toBe('Polish')
})

test('of two names each has the whole phrase in quotation marks, as the message has it', () => {
  const two = { english: 'Dari, Farsi', say: ['Dari', 'Farsi'] }
  const said = (message: string, locale: string) => message.replace('{language}', namesToSay(message, two, locale))
  expect(said('Say “{language}”.', 'en-GB')).toBe('Say “Dari” or “Farsi”.')
  expect(said('بگویید: «{language}».', 'fa-AF')).toBe('بگویید: «Dari» یا «Farsi».')
  expect(said('Say {language}.', 'en-GB')).toBe('Say Dari or Farsi.')
  expect(said('Say “please”. Say “I speak {language}”.', 'en-GB')).toBe('Say “please”. Say “I speak Dari” or “I speak Farsi”.')
})

test('an interpreter’s language has its own name in a text in it, and its English names in English', () => {
  const language = { name: 'دری / فارسی', english: 'Dari, Farsi', say: ['Dari', 'Farsi'] }
  expect([true, false].map((own) => languageNamed(language, own, 'en-GB'))).toEqual(['دری / فارسی', 'Dari or Farsi'])
})
