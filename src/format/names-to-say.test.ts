import { expect, test } from 'vitest'
import { namesToSay } from './names-to-say.ts'

test('one name is said as it is', () => {
  expect(namesToSay('Say “{language}”.', { english: 'Polish' }, 'en-GB')).toBe('Polish')
})

test('of two names each has quotation marks of its own, those of the message', () => {
  const two = { english: 'Dari, Farsi', say: ['Dari', 'Farsi'] }
  const said = (message: string, locale: string) => message.replace('{language}', namesToSay(message, two, locale))
  expect(said('Say “{language}”.', 'en-GB')).toBe('Say “Dari” or “Farsi”.')
  expect(said('بگویید: «{language}».', 'fa-AF')).toBe('بگویید: «Dari» یا «Farsi».')
  expect(said('Say {language}.', 'en-GB')).toBe('Say Dari or Farsi.')
})
