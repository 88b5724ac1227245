import { afterAll, describe, expect, test } from 'vitest'
import { errorsOf } from '../../src/content/findings.ts'
import { type Edit, testPack } from '../../src/content/fixtures.ts'
import { pageAddress } from '../../src/content/page-ids.ts'
import { englishHash, englishTexts, pageTexts, textsOnGetHelp } from '../../src/content/translations.ts'
import { reviewedSets } from '../../src/domain/languages/language.ts'
import { blocksOf, type Page } from '../../src/domain/page.ts'
import type { Locale } from '../../src/web/context/types.ts'
import { finishedOf } from '../../src/web/public/finished-pages.ts'
import { searchDocuments } from '../../src/web/public/search/documents.ts'
import { publicSite } from '../../src/web/public/site.ts'

/* From the file that somebody edits to the page that somebody reads. */

const pack = testPack()
afterAll(() => pack.remove())

const siteOf = (edits: readonly Edit[], demo = false): Locale => {
  const loaded = pack.load(edits)
  if (!loaded.pack) throw new Error(JSON.stringify(errorsOf(loaded.findings).slice(0, 3)))
  const assets = { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' }
  return publicSite({ pack: loaded.pack, assets, origin: 'https://waymark.example.org', demonstration: demo })
}

/** A page as a reader gets it on a Saturday evening. */
const pageOf = (path: string, edits: readonly Edit[]): string => {
  const made = finishedOf(siteOf(edits)).get(path)?.make(Temporal.Instant.from('2026-11-28T21:10:00Z'))
  return String(made?.body)
}

const national = 'national/words/pl/get-help.yaml'
const here = 'hertfordshire/words/pl/get-help.yaml'
const interfaceFile = 'national/words/en/get-help.yaml'

/** As if a person had checked every text of a file. */
const allReviewed = (file: string): Edit => ({
  file,
  text: pack.read(file).replace(/^ {2}of: ("[0-9a-f]{8}")$/gm, '  of: $1\n  reviewed: {by: "a reader of both", date: 2026-12-01, of: $1}'),
})
/** And as if no English had changed since they were made; in the file of the nation, as if none were without a translation. */
const upToDate = ({ file, text }: Edit): Edit => {
  const { pack: loaded } = pack.load()
  if (!loaded) throw new Error('the pack as shipped does not load')
  const english = englishTexts(loaded.words, [...loaded.serviceWords.values()], loaded.pages)
  const texts = loaded.translations.find(({ language }) => language.id === 'pl')?.texts ?? new Map()
  let fresh = text ?? ''
  for (const [id, { state }] of texts) {
    if (state !== 'needs-review') continue
    const row = new RegExp(`(- id: ${id.replaceAll('.', '\\.')}\\n(?: {2}.*\\n)+)`)
    fresh = fresh.replace(row, (all) =>
      all
        .replace(/"[0-9a-f]{8}"/g, `"${englishHash(english.get(id) ?? '')}"`)
        // Their values may have changed with the English.
        .replace(/^ {2}text: .*$/m, () => `  text: ${JSON.stringify(`Słowa: ${english.get(id)}`)}`),
    )
  }
  if (file !== national) return { file, text: fresh }
  for (const id of textsOnGetHelp(loaded)) {
    if (texts.has(id)) continue
    const of = englishHash(english.get(id) ?? '')
    fresh += `- id: ${id}\n  text: ${JSON.stringify(`Słowa: ${english.get(id)}`)}\n  of: "${of}"\n  reviewed: {by: "a reader", date: 2026-12-01, of: "${of}"}\n`
  }
  return { file, text: fresh }
}

describe('a change to one English sentence', () => {
  const reviewed = [upToDate(allReviewed(national)), upToDate(allReviewed(here))]
  const english = /^ {4}cannot-ring: "(.*)"$/m.exec(pack.read(interfaceFile))?.[1] ?? ''
  const changed: Edit = {
    file: interfaceFile,
    text: pack.read(interfaceFile).replace(`cannot-ring: "${english}"`, 'cannot-ring: "No way to call?"'),
  }
  const polish = /- id: get-help\.cannot-ring\n {2}text: "(.*)"/.exec(pack.read(national))?.[1] ?? ''
  const page = (edits: readonly Edit[]) => pageOf('/pl/get-help', edits)

  test('a page of which each text is reviewed shows no English beside them and no notice', () => {
    const html = page(reviewed)
    expect(html).toContain(polish)
    expect(html).not.toContain('class="draft"')
    expect(html).not.toContain('class="small en"')
  })

  test('withdraws its translations by itself: the page says the new English in their place, marked, and that parts of it are English', () => {
    const html = page([...reviewed, changed])
    expect(html).not.toContain(polish)
    expect(html).toContain('<h2 id="cannot-ring" lang="en" dir="ltr">No way to call?</h2>')
    expect(html).toContain('Some parts of this page are in English, because')
    const { pack: loaded } = pack.load([...reviewed, changed])
    for (const { texts } of loaded?.translations ?? []) expect(texts.get('get-help.cannot-ring')?.state).toBe('needs-review')
    const others = loaded?.translations.flatMap(({ language, texts }) => (language.id === 'pl' ? [...texts] : [])) ?? []
    expect(others.filter(([, { set, state }]) => set === 'get-help' && state !== 'reviewed').map(([id]) => id)).toEqual([
      'get-help.cannot-ring',
    ])
  })

  test('that takes other values withdraws them too, and its values are English', () => {
    const text = pack.read(interfaceFile).replace(/^( {4}when: ").*"$/m, '$1As things are on {day}"')
    const html = page([...reviewed, { file: interfaceFile, text }])
    expect(html).toMatch(/<span lang="en" dir="ltr">As things are on Saturday 28 November<\/span>/)
  })
})

describe('a text about rights or consent that nobody has checked is published by no file and no setting', () => {
  /** Each page has a mark of its own, so that one reading of the site tells of all of them. */
  const mark = ({ id }: Page) => `Tych słów nikt nie sprawdził (${id})`
  const { pages } = pack.load().pack ?? {}
  /** Those that have an English page. */
  const rights = reviewedSets.flatMap((set) => pages?.get(set) ?? [])
  const partnership = 'hertfordshire/partnership.yaml'

  /** A translation of the whole page, links and all, each part with the mark of this test. */
  const rows = (page: Page, review: (of: string, n: number) => string) =>
    pageTexts(page).map(([id, english], n) => {
      const words = mark(page)
      const text = /^(?:[-*]|\d+\.) /.test(english) ? english.replace(/^(\S+ )/, `$1${words} `) : english.replace(/^(#+ )?/, `$1${words} `)
      const of = englishHash(english)
      return `- id: ${id}\n  text: ${JSON.stringify(text)}\n  of: "${of}"\n${review(of, n)}`
    })
  const head = 'version: 1\ncompiled: 2026-11-24\nstrings:\n'
  const checked = (of: string) => `  reviewed: {by: "a reader", date: 2026-12-01, of: "${of}"}\n`
  const draft = () => ''
  const file = (page: Page, review: (of: string, n: number) => string, layer = 'national'): Edit => ({
    file: `${layer}/words/pl/${page.id}.yaml`,
    text: head + rows(page, review).join(''),
  })
  const setting = (page: Page): Edit => ({
    file: partnership,
    text: pack.read(partnership).replace(/^publish_drafts: .*$/m, `publish_drafts: [your-safety, ${page.id}]`),
  })

  /** What readers could get: pages by address, with all that search can find; nothing where the pack is refused. */
  const readable = (edits: readonly Edit[], demo: boolean): Map<string, string> => {
    if (!pack.load(edits).pack) return new Map()
    const locale = siteOf(edits, demo)
    const now = Temporal.Instant.from('2026-11-28T21:10:00Z')
    // Its words could stand in pages of the language, and where all languages are named.
    const looked = [...finishedOf(locale)].filter(([path]) => process.env.WAYMARK_ALL || /^\/(?:pl\b|get-help|your-rights|$)/.test(path))
    const made = looked.map(([path, { make }]): [string, string] => [path, String(make(now).body)])
    return new Map([...made, ['search', JSON.stringify(searchDocuments(locale.pack))]])
  }
  /** Where each page about rights is shown, by its id. */
  const showing = (edits: readonly Edit[], demo = true): Record<string, string[]> => {
    const made = [...readable(edits, demo)]
    return Object.fromEntries(rights.map((page) => [page.id, made.filter(([, body]) => body.includes(mark(page))).map(([path]) => path)]))
  }
  const nowhere = Object.fromEntries(rights.map(({ id }) => [id, []]))

  test('there is such a text, and reviewed it is published, without English beside it but for the words around', () => {
    expect(rights.map(({ id }) => id)).toEqual(expect.arrayContaining(['your-rights', 'what-happens-next', 'nrm-explained']))
    const edits = rights.map((page) => file(page, checked))
    expect(showing(edits, false)).toEqual(Object.fromEntries(rights.map(({ id }) => [id, [`/pl${pageAddress(id)}`]])))
  })

  const ways: [string, (page: Page) => Edit[]][] = [
    ['as drafted', (page) => [file(page, draft)]],
    ['in the local pack', (page) => [file(page, draft, 'hertfordshire')]],
    ['as reviewed of an older English', (page) => [file(page, () => checked('00000000'))]],
    ['with one text unreviewed', (page) => [file(page, (of, n) => (n === 3 ? '' : checked(of)))]],
    [
      'with one text missing',
      (page) => [{ file: `national/words/pl/${page.id}.yaml`, text: head + rows(page, checked).slice(1).join('') }],
    ],
  ]
  /** In `npm test` as drafted, and as reviewed of other English or not as a whole. */
  const looked = ways.filter((_, nth) => process.env.WAYMARK_ALL || nth % 2 === 0)
  test.for(looked)('each of them %s', ([, of], { expect }) => {
    const edits = rights.flatMap(of)
    expect(pack.load(edits).pack, 'the pack loads: it is not for a fault that nothing is shown').not.toBeNull()
    expect(showing(edits)).toEqual(nowhere)
  })

  test.for(rights.slice(0, process.env.WAYMARK_ALL ? undefined : 1).map((page) => ({ page, id: page.id })))(
    '$id by a setting, or in another file',
    ({ page }, { expect }) => {
      const refused = pack.load([file(page, draft), setting(page)])
      expect(refused.pack).toBeNull()
      expect(errorsOf(refused.findings).map((f) => f.file)).toEqual([partnership])
      for (const other of ['get-help', 'your-safety', 'other']) {
        const name = `national/words/pl/${other}.yaml`
        const text = (other === 'other' ? head : pack.read(name)) + rows(page, draft).join('')
        expect(showing([{ file: name, text }]), other).toEqual(nowhere)
        expect(errorsOf(pack.load([{ file: name, text }]).findings).length, other).toBeGreaterThan(0)
      }
    },
  )

  test('a reviewed one is withdrawn by itself when a sentence of its English changes', () => {
    const [page] = rights
    if (!page) throw new Error('no page about rights')
    const name = `national/pages/${page.id}.md`
    const text = pack.read(name).replace(/(\n---\n[^\n]*)/, '$1 Do it now.')
    expect(text).not.toBe(pack.read(name))
    expect(showing([file(page, checked), { file: name, text }])).toEqual(nowhere)
  })
})

describe('drafts of other texts', () => {
  /** The page as if it had just been drafted in Polish. */
  const drafted: Edit = {
    file: 'national/words/pl/your-safety.yaml',
    text: `version: 1\ncompiled: 2026-11-24\nstrings:\n${[pack.load().pack?.pages.get('your-safety')]
      .flatMap((page) => (page ? pageTexts(page) : []))
      .map(([id, english]) => `- id: ${id}\n  text: ${JSON.stringify(english)}\n  of: "${englishHash(english)}"\n`)
      .join('')}`,
  }
  const addresses = (edits: readonly Edit[], demo = false) =>
    [...finishedOf(siteOf([drafted, ...edits], demo)).keys()].filter((path) => path.endsWith('/your-safety'))
  const partnership = 'hertfordshire/partnership.yaml'
  const setting: Edit = { file: partnership, text: pack.read(partnership) }
  const unset: Edit = { file: partnership, text: pack.read(partnership).replace(/^publish_drafts: .*\n/m, '') }

  test('are shown only where the pack says so, or by the demonstration, which says it on every page', () => {
    expect(addresses([unset])).toEqual(['/your-safety'])
    expect(addresses([setting])).toContain('/pl/your-safety')
    expect(addresses([unset], true)).toContain('/pl/your-safety')
    const locale = siteOf([drafted], true)
    const now = Temporal.Instant.from('2026-11-28T21:10:00Z')
    for (const [path, { type, make }] of finishedOf(locale))
      if (type.startsWith('text/html')) expect(String(make(now).body), path).toContain(locale.t('site.with-drafts'))
  })

  test('are marked, have their English folded beneath each section, and are kept out of search engines', () => {
    const html = String(
      finishedOf(siteOf([drafted, setting]))
        .get('/pl/your-safety')
        ?.make(Temporal.Instant.from('2026-11-28T21:10:00Z')).body,
    )
    expect(html).toContain('class="draft"')
    expect(html).toContain('noindex')
    const headings = blocksOf(pack.load().pack?.pages.get('your-safety')?.body ?? '').filter((block) => block.startsWith('## ')).length
    expect(html.split('<details class="small en"').length - 1).toBeGreaterThanOrEqual(headings)
    expect(headings).toBeGreaterThan(3)
  })
})
