import { expect, test } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { addressIn, picturesPath } from '../../src/web/context/addresses.ts'
import { attribute, type Element, elementsOf, hasClass, inside, textOf } from './html.ts'
import { ask, start, withServer } from './support.ts'

const running = withServer({ at: '2026-11-28T21:10:00Z' })

const cardsOf = (html: string): Element[] => elementsOf(html).filter((e) => hasClass(e, 'pictured'))
/** What stands first under a drawing. */
const wordsOf = (card: Element): string => inside(card).flatMap((e) => (e.tagName === 'p' ? [textOf(e)] : []))[0] ?? ''
const numbersOf = (html: string): (string | undefined)[] => {
  const main = elementsOf(html).find((e) => e.tagName === 'main')
  return main ? inside(main).flatMap((e) => attribute(e, 'href')?.match(/^tel:(.*)/)?.[1] ?? []) : []
}

test('every language has the same pictures, a drawing with words in each, and the same numbers', async () => {
  const { port, locale } = running()
  const english = (await ask(port, picturesPath)).text
  expect(cardsOf(english).length).toBeGreaterThan(12)
  expect(numbersOf(english)[0]).toBe('999')
  for (const { language } of locale.pack.translations) {
    const { text } = await ask(port, addressIn(language, picturesPath))
    const cards = cardsOf(text)
    expect([language.id, cards.length]).toEqual([language.id, cardsOf(english).length])
    for (const card of cards) {
      expect(inside(card).filter((e) => e.tagName === 'svg').length, language.id).toBeGreaterThan(0)
      expect(wordsOf(card).length, language.id).toBeGreaterThan(3)
    }
    expect([language.id, new Set(numbersOf(text))]).toEqual([language.id, new Set(numbersOf(english))])
  }
})

test('a draft says so in both languages, asks not to be found, and has the English beside each picture', async () => {
  const { port, locale } = running()
  const { text } = await ask(port, '/so/get-help/pictures')
  expect(text).toContain(locale.t('draft.title'))
  expect(text).toContain('name="robots" content="noindex')
  // Folded beside its words, or open in the place of a draft that was withdrawn.
  for (const card of cardsOf(text)) {
    const english = inside(card).filter((e) => ['details', 'p'].includes(e.tagName) && attribute(e, 'lang') === 'en')
    expect(english).toHaveLength(1)
    const said = english.flatMap((e) => (e.tagName === 'p' ? [e] : inside(e).filter(({ tagName }) => tagName === 'p'))).map(textOf)
    expect(said.join(' ').length).toBeGreaterThan(3)
  }
})

test('a translation whose sentences cannot be told apart keeps all its words, with one picture', async () => {
  const whole = 'Wszystko w jednym zdaniu'
  const joined = (pack: Pack): Pack => ({
    ...pack,
    translations: pack.translations.map((one) =>
      one.language.id === 'pl'
        ? { ...one, texts: new Map(one.texts).set('get-help.what-happens', { text: whole, set: 'get-help', state: 'drafted' }) }
        : one,
    ),
  })
  const { port, stop } = await start({ pack: joined })
  const { text } = await ask(port, '/pl/get-help/pictures')
  await stop()
  expect(cardsOf(text).length).toBe(cardsOf((await ask(running().port, picturesPath)).text).length - 3)
  expect(cardsOf(text).map(wordsOf)).toContain(whole)
})

test('the help in pictures leads to itself in every language, and is not only said to be in English', async () => {
  const { locale, port } = running()
  const { text } = await ask(port, '/get-help/pictures')
  for (const { language } of locale.pack.translations) {
    const links = elementsOf(text).filter((e) => e.tagName === 'a' && attribute(e, 'hreflang') === language.id)
    expect(links.map((e) => attribute(e, 'href'))).toEqual([`/${language.id}/get-help/pictures`])
  }
})
