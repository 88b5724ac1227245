import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { afterAll, describe, expect, test } from 'vitest'
import { testPack } from '../../src/content/fixtures.ts'
import type { Pack } from '../../src/content/pack.ts'
import { englishTexts, textsOnGetHelp } from '../../src/content/translations.ts'
import { draftSets, setOf, textSets } from '../../src/domain/languages/language.ts'
import { outputsOf } from '../../src/press/catalogue/kinds.ts'
import type { Locale } from '../../src/web/context/types.ts'
import { finishedOf } from '../../src/web/public/finished-pages.ts'
import { searchDocuments } from '../../src/web/public/search/documents.ts'
import { publicSite } from '../../src/web/public/site.ts'
import { realPack } from '../support/real-pack.ts'

/* A draft of a sentence whose English has changed is withdrawn: nobody reads it, on no page, no sheet and in no download. */

const now = Temporal.Instant.from('2026-11-28T21:10:00Z')
const old = 'ZZOLD'
const fresh = 'Qqnew'

const siteOf = (pack: Pack): Locale =>
  publicSite({
    pack,
    assets: { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' },
    origin: 'https://waymark.example.org',
    demonstration: true,
  })

/** As if the English of these texts had changed: it has a mark at its front, and what was drafted of it is `old`. */
const changed = (pack: Pack, ids: ReadonlySet<string>): Pack => {
  const mark = (id: string, english: string) => (ids.has(id) ? `${fresh} ${english}` : english)
  return {
    ...pack,
    words: {
      ...pack.words,
      messages: Object.fromEntries(
        Object.entries(pack.words.messages).map(([id, text]) => [id, mark(id, text)]),
      ) as Pack['words']['messages'],
    },
    serviceWords: new Map(
      [...pack.serviceWords].map(([service, words]) => [
        service,
        Object.fromEntries(
          Object.entries(words).map(([field, text]) => [
            field,
            typeof text === 'string' ? mark(`services.${service}.${field}`, text) : text,
          ]),
        ) as unknown as typeof words,
      ]),
    ),
    pages: new Map(
      [...pack.pages].map(([id, page]) => [
        id,
        { ...page, title: mark(`page.${id}.title`, page.title), description: mark(`page.${id}.description`, page.description) },
      ]),
    ),
    translations: pack.translations.map((one) => ({
      ...one,
      texts: new Map([...one.texts].map(([id, text]) => [id, ids.has(id) ? { ...text, text: old, state: 'needs-review' as const } : text])),
    })),
  }
}

const pack = realPack()
const english = [...englishTexts(pack.words, [...pack.serviceWords.values()], pack.pages).keys()]
/** Every text of "get help" and of the words around it. */
const texts = english.filter((id) => setOf(id) === 'get-help')

/** Pages in other languages, by address. */
const translated = (locale: Locale): [string, string][] =>
  [...finishedOf(locale)].flatMap(([path, { make, type }]): [string, string][] => {
    const tag = path.split('/')[1]
    return type.startsWith('text/html') && pack.translations.some(({ language }) => language.id === tag)
      ? [[path, String(make(now).body)]]
      : []
  })

type Node = DefaultTreeAdapterMap['node']
/** Texts that hold the mark of new English, each with the language in which a page says it is. */
const marked = (node: Node, language = ''): [string, string][] => {
  if ('value' in node) return node.value.includes(fresh) ? [[language, node.value]] : []
  // Titles and descriptions have the language of the page: HTML cannot mark a part of them.
  if (!('childNodes' in node) || ('tagName' in node && node.tagName === 'head')) return []
  const own = 'attrs' in node ? (node.attrs.find(({ name }) => name === 'lang')?.value ?? language) : language
  return node.childNodes.flatMap((child) => marked(child, own))
}

/** What the sheets of "get help" in other languages print. */
const printed = (pack: Pack) =>
  outputsOf(pack, { now, origin: 'https://waymark.example.org' }).filter(
    ({ kind, language }) => ['leaflet', 'card'].includes(kind) && language !== 'en',
  )

/** The name of the file, which its program shows; the foot and what staff name a sheet by; and what a reader says aloud in English. */
const alwaysEnglish = ['title', 'foot', 'imprint', 'phrase']

/** Texts of a sheet with new English that is neither beside other words nor marked as put in their place. */
const unmarked = (data: unknown, placed = false, key = ''): string[] => {
  if (typeof data === 'string') return data.includes(fresh) && !placed && !alwaysEnglish.includes(key) ? [data] : []
  if (!data || typeof data !== 'object') return []
  const here = placed || Reflect.get(data, 'placed') === true
  return Object.entries(data).flatMap(([name, value]) => unmarked(value, here || name === 'english', Array.isArray(data) ? key : name))
}

/** A different half of the texts each time. */
const halves = [0, 1, 2, 3].map((n) => new Set(texts.filter((_, i) => ((i >> n) ^ n) % 2 === 0)))
const cases: [string, ReadonlySet<string>][] = [
  ['all', new Set(texts)],
  ...halves.map((half, n): [string, ReadonlySet<string>] => [`half ${n}`, half]),
]

/** In `npm test` all of them and a half: what is withdrawn does not hang on what else is. */
const changes = process.env.WAYMARK_ALL ? cases : cases.slice(0, 2)

describe.each(changes)('where the English of %s of the texts has changed', (_, ids) => {
  const edited = changed(pack, ids)
  const pages = translated(siteOf(edited))

  test('no page in another language says what was drafted of the old one', () => {
    expect(pages.length).toBeGreaterThan(25)
    for (const [path, html] of pages) expect(html.includes(old), path).toBe(false)
    expect(JSON.stringify(searchDocuments(edited))).not.toContain(old)
  })

  test('the new English is in its place, and marked as English', () => {
    for (const [path, html] of pages) {
      const found = marked(parse(html))
      expect(found.length, path).toBeGreaterThan(0)
      expect(
        found.filter(([language]) => language !== 'en'),
        path,
      ).toEqual([])
    }
  })

  test('numbers, 999 first, and the states remain', () => {
    const numbersOf = (html: string) => [...html.matchAll(/href="tel:(\d+)"/g)].map(([, number]) => number)
    const before = new Map(translated(siteOf(pack)))
    for (const [path, html] of pages) {
      // One that is beside its translation too is there once where it takes its place.
      expect(new Set(numbersOf(html)), path).toEqual(new Set(numbersOf(before.get(path) ?? '')))
      if (path.endsWith('/get-help')) expect(numbersOf(html)[0], path).toBe('999')
      expect(html.split('class="state').length, path).toBe((before.get(path) ?? '').split('class="state').length)
    }
  })

  test('no sheet prints it, and each prints the new English as English', () => {
    const sheets = printed(edited)
    expect(sheets.length).toBe(2 * pack.translations.length)
    for (const { id, data } of sheets) {
      expect(JSON.stringify(data).includes(old), id).toBe(false)
      expect(unmarked(data), id).toEqual([])
    }
    expect(JSON.stringify(sheets)).toContain(fresh)
  })
})

const files = testPack()
afterAll(() => files.remove())
/** As shipped, but that of each language the first draft of each file was made of other English. */
const aged = (): Pack => {
  const sets = new Set(['get-help', ...draftSets])
  const paths = pack.translations.flatMap(({ language }) => [...sets].map((set) => `national/words/${language.id}/${set}.yaml`))
  const { pack: old } = files.load(paths.map((file) => ({ file, text: files.read(file).replace(/^ {2}of: .*$/m, '  of: "00000000"') })))
  return old ?? expect.fail('the pack does not load')
}

test.each([
  ['as shipped', () => pack, 0],
  ['where some are old', aged, 2 * pack.translations.length],
] as const)('no draft that was made of other English than today’s is shown: %s', (_, packOf, least) => {
  const pack = packOf()
  const withdrawn = pack.translations.flatMap(({ texts: of }) => [...of].filter(([, { state }]) => state === 'needs-review'))
  const renamed: Pack = {
    ...pack,
    translations: pack.translations.map((one) => ({
      ...one,
      texts: new Map([...one.texts].map(([id, text]) => [id, text.state === 'needs-review' ? { ...text, text: old } : text])),
    })),
  }
  expect(withdrawn.length).toBeGreaterThanOrEqual(least)
  for (const [path, html] of translated(siteOf(renamed))) expect(html.includes(old), path).toBe(false)
  expect(JSON.stringify([printed(renamed), searchDocuments(renamed)])).not.toContain(old)
  expect(textSets.length).toBeGreaterThan(1)
  expect(textsOnGetHelp(pack).length).toBeGreaterThan(60)
})
