import { afterAll, describe, expect, test } from 'vitest'
import { errorsOf } from '../../src/content/finding.ts'
import { type Edit, testPack } from '../../src/content/fixtures.ts'
import { englishHash } from '../../src/content/translations.ts'
import { finishedOf } from '../../src/web/app.ts'
import { makeSite, type Site } from '../../src/web/site.ts'

/* From the file that somebody edits to the page that somebody reads. */

const pack = testPack()
afterAll(() => pack.remove())

const siteOf = (edits: readonly Edit[]): Site => {
  const loaded = pack.load(edits)
  if (!loaded.pack) throw new Error(JSON.stringify(errorsOf(loaded.findings).slice(0, 3)))
  const assets = { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' }
  return makeSite({ pack: loaded.pack, assets, origin: 'https://waymark.example.org' })
}

/** A page as a reader gets it on a Saturday evening. */
const pageOf = (path: string, edits: readonly Edit[]): string => {
  const made = finishedOf(siteOf(edits)).get(path)?.make(Temporal.Instant.from('2026-11-28T21:10:00Z'))
  return String(made?.body)
}

const national = 'national/words/pl/get-help.yaml'
const here = 'hertfordshire/words/pl/get-help.yaml'
const interfaceFile = 'national/words/en/interface.yaml'

/** As if a person had checked every text of a file. */
const allReviewed = (file: string): Edit => ({
  file,
  text: pack.read(file).replace(/^ {2}of: ("[0-9a-f]{8}")$/gm, '  of: $1\n  reviewed: {by: "a reader of both", date: 2026-12-01, of: $1}'),
})
/** And as if no English had changed since they were made. */
const upToDate = ({ file, text }: Edit): Edit => {
  const stale = pack.load().pack?.translations.find(({ language }) => language.id === 'pl')
  const words = new Map<string, string>(Object.entries(pack.load().pack?.words.messages ?? {}))
  let fresh = text ?? ''
  for (const [id, { state }] of stale?.texts ?? []) {
    const english = words.get(id)
    if (state !== 'needs-review' || english === undefined) continue
    const hash = englishHash(english)
    fresh = fresh.replace(new RegExp(`(- id: ${id.replaceAll('.', '\\.')}\\n(?:  .*\\n)*?)  of: "[0-9a-f]{8}"`), `$1  of: "${hash}"`)
    fresh = fresh.replace(new RegExp(`(- id: ${id.replaceAll('.', '\\.')}\\n(?:  .*\\n)*?  reviewed: .*of: )"[0-9a-f]{8}"`), `$1"${hash}"`)
  }
  return { file, text: fresh }
}

describe('a change to one English sentence', () => {
  const reviewed = [upToDate(allReviewed(national)), allReviewed(here)]
  const english = /^ {4}cannot-ring: "(.*)"$/m.exec(pack.read(interfaceFile))?.[1] ?? ''
  const changed: Edit = {
    file: interfaceFile,
    text: pack.read(interfaceFile).replace(`cannot-ring: "${english}"`, 'cannot-ring: "No way to ring?"'),
  }
  const polish = /- id: get-help\.cannot-ring\n {2}text: "(.*)"/.exec(pack.read(national))?.[1] ?? ''
  const page = (edits: readonly Edit[]) => pageOf('/pl/get-help', edits)

  test('a page of which each text is reviewed shows no English beside them and no notice', () => {
    const html = page(reviewed)
    expect(html).toContain(polish)
    expect(html).not.toContain('class="draft"')
    expect(html).not.toContain('class="small en"')
  })

  test('turns its translations to needs review by itself, and the page shows it', () => {
    const html = page([...reviewed, changed])
    expect(html).toContain('class="draft"')
    expect(html).toContain(polish)
    expect(html).toContain('No way to ring?')
    const { pack: loaded } = pack.load([...reviewed, changed])
    for (const { texts } of loaded?.translations ?? []) expect(texts.get('get-help.cannot-ring')?.state).toBe('needs-review')
    const others = loaded?.translations.flatMap(({ language, texts }) => (language.id === 'pl' ? [...texts] : [])) ?? []
    expect(others.filter(([, { state }]) => state !== 'reviewed').map(([id]) => id)).toEqual(['get-help.cannot-ring'])
  })

  test('that takes other values puts the English in the place of the translation', () => {
    const text = pack.read(interfaceFile).replace(/^( {4}when: ").*"$/m, '$1As things are on {day}"')
    const html = page([...reviewed, { file: interfaceFile, text }])
    expect(html).toContain('class="draft"')
    expect(html).toMatch(/As things are on sobota/)
  })
})
