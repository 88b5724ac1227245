import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, test } from 'vitest'
import { type Edit, testPack } from '../../src/content/fixtures.ts'
import { reviewTexts } from '../../src/content/translate/review-texts.ts'
import { clock, dayAndMonth, longDate } from '../../src/format/when.ts'
import { finishedOf } from '../../src/web/public/finished-pages.ts'
import { publicSite } from '../../src/web/public/site.ts'
import { lacking, lettersOfFont } from '../support/letters.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { drawn } from '../support/press.ts'

/*
 * A pack says which languages it offers. Welsh is offered by a pack that names it, and shown once it has texts. The texts here are no
 * Welsh: they hold its letters and nothing else.
 */

const pack = testPack()
afterAll(() => pack.remove())
const head = 'hertfordshire/partnership.yaml'
const offers = (languages: string): Edit => ({
  file: head,
  text: pack.read(head).replace(/^adopted: null$/m, `adopted: null\nlanguages: [${languages}]`),
})

const loaded = (...edits: Edit[]) => {
  const whole = pack.load(edits)
  if (!whole.pack) throw new Error(JSON.stringify(whole.findings.slice(0, 3)))
  return whole
}
const shipped = loaded()
const letters = 'Ŵ ŵ Ŷ ŷ â ê î ô û á é í ó ú à è ì ò ù ä ë ï ö ü ẁ ẃ ẅ ỳ ý ÿ Â Ê Î Ô Û ’'

/** Every text that goes out to be translated, in letters alone, none longer than its English, each begun as that is and in the file that awaits it. */
const welsh = (): Edit[] => {
  const texts = reviewTexts(loaded(offers('cy')), 'cy') ?? []
  const cut = (english: string) => {
    const begin = /^(?:#+|[-*]|\d+\.) /.exec(english)?.[0] ?? ''
    return begin + letters.slice(0, Math.max(3, english.length - begin.length)).trim()
  }
  const plain = texts.filter(({ english }) => !/[{<]|\]\(/.test(english))
  return [...Map.groupBy(plain, ({ file }) => file)].map(([file, own]) => {
    const rows = own.map(({ id, of, english }) => `- {id: ${id}, text: "${cut(english)}", of: "${of}"}`)
    return { file, text: `version: 1\ncompiled: 2026-11-24\nstrings:\n${rows.join('\n')}\n` }
  })
}

const now = Temporal.Instant.from('2026-11-28T21:10:00Z')
const pagesOfPack = (whole: typeof shipped) => {
  const assets = { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' }
  const locale = publicSite({ pack: whole.pack, assets, origin: 'https://waymark.example.org', clock: () => now })
  return finishedOf(locale)
}

describe('which languages a pack offers', () => {
  test('where it says nothing, all but those that only some areas need', () => {
    const ids = shipped.languages.map(({ language }) => language.id)
    expect(ids).toHaveLength(13)
    expect(ids).not.toContain('cy')
    expect(shipped.pack.translations.map(({ language }) => language.id)).toEqual(ids)
    expect([...pagesOfPack(shipped).keys()].filter((path) => path.startsWith('/cy'))).toEqual([])
  })

  test('those that it names, in the order of the language row; one without texts is not shown', () => {
    const some = loaded(offers('cy, pl, ar'))
    expect(some.languages.map(({ language }) => language.id)).toEqual(['ar', 'pl', 'cy'])
    expect(some.pack.translations.map(({ language }) => language.id)).toEqual(['ar', 'pl'])
    const pages = pagesOfPack(some)
    const others = [...pages.keys()].filter((path) => /^\/[a-z]{2}\/get-help$/.test(path))
    expect(others).toEqual(['/ar/get-help', '/pl/get-help'])
    for (const [path, { type, make }] of pages)
      if (/html|xml|json/.test(type)) expect(String(make(now).body), path).not.toMatch(/\/cy\/|Cymraeg|"cy"/)
  })

  test('English alone, where it names none', () => {
    const english = loaded(offers(''))
    expect(english.languages).toEqual([])
    expect(String(pagesOfPack(english).get('/get-help')?.make(now).body)).not.toMatch(/hreflang="(?!en|x-default)/)
  })
})

describe('Welsh, for a pack that offers it', () => {
  test('its texts go out to be translated before there are any', () => {
    const texts = reviewTexts(loaded(offers('cy')), 'cy') ?? []
    expect(texts.map(({ id }) => id)).toEqual(expect.arrayContaining(['get-help.danger', 'services.beacon.name', 'page.get-help.title']))
    expect(new Set(texts.map(({ state }) => state))).toEqual(new Set(['untranslated']))
    expect(new Set(texts.map(({ file }) => file))).toEqual(
      new Set(['national/words/cy/get-help.yaml', 'hertfordshire/words/cy/get-help.yaml', 'national/words/cy/your-safety.yaml']),
    )
    expect(reviewTexts(shipped, 'cy')).toBeNull()
  })

  test('with texts it is a page in Welsh, in the row of languages and in search, as a draft', () => {
    const whole = loaded(offers('ar, cy'), ...welsh())
    const pages = pagesOfPack(whole)
    const page = String(pages.get('/cy/get-help')?.make(now).body)
    expect(page).toMatch(/<html[^>]* lang="cy"[^>]* dir="ltr"|<html[^>]* dir="ltr"[^>]* lang="cy"/)
    expect(page).toContain(letters)
    expect(String(pages.get('/get-help')?.make(now).body)).toMatch(/<a [^>]*href="\/cy\/get-help"[^>]*>Cymraeg/)
    expect(String(pages.get('/ar/get-help')?.make(now).body)).toContain('Cymraeg')
    // Of a page in sets of its own some texts are left out here, and it is shown whole or not at all.
    expect(pages.has('/cy/your-safety')).toBe(false)
    expect(pages.has('/cy/your-rights')).toBe(false)
  })

  test('each of its letters, its days and months are in the face of its pages', async () => {
    const file = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2')
    // One after another: the reader of woff2 has room for one file.
    const fonts = [await lettersOfFont(file, readFileSync(file))]
    const more = file.replace('latin', 'latin-ext')
    fonts.push(await lettersOfFont(more, readFileSync(more)))
    const { language } = loaded(offers('cy')).languages[0] ?? {}
    const days = Array.from({ length: 366 }, (_, n) => Temporal.PlainDate.from('2028-01-01').add({ days: n }))
    const times = days.map(
      (day) =>
        `${dayAndMonth(day, language?.locale)} ${longDate(day, language?.locale)} ${clock({ hour: 9, minute: 30 }, language?.locale)}`,
    )
    expect(times[0]).toMatch(/Ionawr/)
    expect(lacking([letters, ...times].join(' '), fonts)).toEqual([])
  })

  test('the stylesheet sets each language in the face that languages.yaml gives it', () => {
    const names = { atkinson: 'Atkinson Hyperlegible Next', noto: 'Noto Sans', arabic: 'Noto Sans Arabic', ethiopic: 'Noto Sans Ethiopic' }
    for (const { language } of [...shipped.languages, ...loaded(offers('cy')).languages]) {
      const styles = readFileSync(new URL(`../../src/web/styles/tongues-${language.face}.scss`, import.meta.url), 'utf8')
      const [, face = names.atkinson] =
        styles.match(new RegExp(`^html\\[lang="${language.id}"\\][^{]*\\{ font-family: "([^"]+)"`, 'm')) ??
        styles.match(/^html\b(?!\[)[^{]*\{ font-family: "([^"]+)"/m) ??
        []
      // Vietnamese has a part of Noto of its own.
      expect(face.replace(' Vietnamese', ''), language.id).toBe(names[language.face])
    }
  })

  test('its leaflet and card are printed', async () => {
    const whole = loaded(offers('cy'), ...welsh())
    const own = outputsOfPack(whole.pack).filter(({ file }) => /-cy\./.test(file))
    expect(own.map(({ file }) => file)).toEqual(['useful-numbers-cy.pdf', 'useful-numbers-card-cy.pdf'])
    for (const output of own) expect((await drawn(output)).byteLength, output.file).toBeGreaterThan(10_000)
  })
})
