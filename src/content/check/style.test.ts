import { afterAll, describe, expect, it } from 'vitest'
import type { Readers } from '../../domain/style/readers.ts'
import { compile } from '../../domain/style/style.ts'
import { type Edit, testPack } from '../fixtures.ts'
import { lookThrough } from './look-through.ts'
import { plainReadings, styleFindings } from './style.ts'
import { examples } from './style-fixtures.ts'

const pack = testPack()
afterAll(() => pack.remove())

const load = (edits: readonly Edit[] = []) => {
  const loaded = pack.load(edits)
  if (!loaded.pack) throw new Error(JSON.stringify(loaded.findings.slice(0, 3)))
  return loaded
}
const shipped = load()
const patterns = shipped.lists.style.rows

const readerOf: Record<string, Readers> = {
  all: 'staff',
  site: 'training',
  public: 'public',
  victim: 'victim',
  practitioner: 'practitioner',
}
const read = (text: string) => plainReadings({ text, path: [], lineAt: () => 1 }).map((one) => one.text)

describe('the patterns', () => {
  it('each have an example, and there are no others', () => {
    expect(Object.keys(examples).sort()).toEqual(patterns.map(({ id }) => id).sort())
    for (const { id, except } of patterns) expect(examples[id]?.length, id).toBe(except ? 2 : 1)
  })

  it.each(patterns.map((pattern) => [pattern.id, pattern] as const))(
    '%s finds its example, and lets pass what it excepts',
    (id, pattern) => {
      const [bad = '', good] = examples[id] ?? []
      const find = (text: string, one = pattern) => read(text).flatMap((words) => compile(one).find(words))
      expect(find(bad)).not.toEqual([])
      expect(compile(pattern).isFor(readerOf[pattern.audience] ?? 'public')).toBe(true)
      if (good === undefined) return
      const { except: _, ...bare } = pattern
      expect(find(good, bare)).not.toEqual([])
      expect(find(good)).toEqual([])
    },
  )

  it('are for their readers alone', () => {
    const whom = (audience: string) => {
      const pattern = patterns.find((one) => one.audience === audience)
      return pattern && (['victim', 'public', 'practitioner', 'training', 'staff'] as const).filter((one) => compile(pattern).isFor(one))
    }
    expect(whom('all')).toEqual(['victim', 'public', 'practitioner', 'training', 'staff'])
    expect(whom('site')).toEqual(['victim', 'public', 'practitioner', 'training'])
    expect(whom('public')).toEqual(['victim', 'public'])
    expect(whom('victim')).toEqual(['victim'])
    expect(whom('practitioner')).toEqual(['practitioner'])
  })

  it('that go back and forth for ever are given up, and the others look on', () => {
    const pattern = { advice: '-', audience: 'all' } as const
    const slow = { id: 'slow', pattern: '(?:a+)+b', ...pattern }
    const texts = [{ text: 'a'.repeat(40), readers: 'public' as const }]
    const looked = lookThrough([slow, { id: 'quick', pattern: 'a{40}', ...pattern }], texts, 500)
    expect([...looked.slow]).toEqual(['slow'])
    expect(texts.flatMap(looked.hits).map(({ id }) => id)).toEqual(['quick'])
  })
})

describe('the check', () => {
  const found = (...edits: Edit[]) =>
    styleFindings(load(edits)).map(({ severity, file, line, found, instead }) => `${severity} ${file}:${line} ${found} | ${instead}`)
  const page = 'national/pages/your-safety.md'
  const appended = (file: string, text: string): Edit & { line: number } => {
    const old = pack.read(file).trimEnd()
    return { file, text: `${old}\n\n${text}\n`, line: old.split('\n').length + 2 }
  }
  const listOf = (layer: string, row: string): Edit => ({ file: `${layer}/style.yaml`, text: `version: 1\npatterns:\n${row}\n` })
  const own = (row: string) => listOf('hertfordshire', row)
  /** In the place of all others. */
  const only = (row: string) => listOf('national', row)
  const forReaders = (audience: string) => only(`- {id: xyzzy, pattern: xyzzy, advice: "plugh", audience: ${audience}}`)
  const xyzzy = forReaders('all')

  it('says file, line, what was found, where, and what to write', () => {
    const edit = appended(page, 'A line that is right.\nA [second\none](/get-help) for {phone:police-101}, **with xyzzy** in it.')
    expect(found(edit, xyzzy)).toEqual([
      `warning ${page}:${edit.line + 2} "xyzzy" (xyzzy): …is right. A second one for 0, with xyzzy in it. | plugh`,
    ])
  })

  it('reads every form of a message, and only what stands in it once', () => {
    const file = 'national/words/en/site.yaml'
    const text = pack.read(file).replace(/main-nav: ".*"/, 'main-nav: "{n, plural, one {a xyzzy} other {all} } end xyzzy"')
    expect(text).not.toBe(pack.read(file))
    const lines = found({ file, text }, xyzzy)
    expect(lines.map((line) => line.split(': ')[1]?.split(' |')[0])).toEqual(['a xyzzy end xyzzy', 'all end xyzzy'])
  })

  it('gives the line in a text that is folded over several', () => {
    const file = 'national/training/basic/welcome.yaml'
    const text = pack.read(file).replace(/(?<=: >-\n {6}\w[^\n]*?) (?=\w)/, '\n      xyzzy ')
    const at = text.split('\n').findIndex((line) => line.includes('xyzzy')) + 1
    expect(found({ file, text }, xyzzy)).toEqual([expect.stringContaining(`${file}:${at} "xyzzy"`)])
  })

  it.each([
    ['what a fact rests on', 'hertfordshire/bodies.yaml', /source: "/, 'source: "xyzzy '],
    ['a comment', 'national/glossary.yaml', /^/, '# xyzzy\n'],
    ['words that readers type', 'national/search.yaml', /words: \[/, 'words: [xyzzy words, '],
    ['a note for editors', 'national/services.yaml', /use_when: "/, 'use_when: "xyzzy '],
    ['another language', 'national/words/so/get-help.yaml', /text: "/, 'text: "xyzzy '],
  ])('leaves out %s', (_what, file, find, words) => {
    const text = pack.read(file).replace(find, words)
    expect(text).not.toBe(pack.read(file))
    expect(found({ file, text }, xyzzy)).toEqual([])
  })

  it('reads each text with the eyes of its readers', () => {
    const edited = (file: string, find: string | RegExp, words: string) => ({ file, text: pack.read(file).replace(find, words) })
    const local = 'hertfordshire/words/en/services.yaml'
    const places: [Edit, string][] = [
      [{ file: local, text: `${pack.read(local)}\n- id: nrm-form\n  about: "Xyzzy."\n` }, 'practitioner'],
      [appended('national/pages/prepare.md', 'Xyzzy.'), 'practitioner'],
      [appended('national/pages/signs.md', 'Xyzzy.'), 'public'],
      [appended(page, 'Xyzzy.'), 'victim'],
      [edited('national/training/basic/talking.yaml', /(?<=: >-\n {6})/, 'Xyzzy. '), 'training'],
      [edited('national/words/en/search.yaml', 'title: "', 'title: "Xyzzy '), 'victim'],
      [edited('national/words/en/services.yaml', '  about: "', '  about: "Xyzzy. '), 'victim'],
    ]
    const edits = places.map(([edit]) => edit)
    const meets = { victim: ['victim'], public: ['victim', 'public'], practitioner: ['practitioner'], training: ['training'] }
    for (const [audience, readers] of Object.entries(meets)) {
      const files = places.flatMap(([{ file }, reader]) => (readers.includes(reader) ? [file] : []))
      const lines = found(...edits, forReaders(audience))
      expect(lines.map((line) => / (\S+):\d+ /.exec(line)?.[1]).sort(), audience).toEqual(files)
    }
  })

  it('finds nothing in the packs that we ship', () => {
    expect(styleFindings(shipped).map(({ file, line, found }) => `${file}:${line} ${found}`)).toEqual([])
  })

  it('takes what a local pack adds, to the list and to a pattern', () => {
    const edit = appended(page, 'A xyzzy and a plugh.')
    const others = own("- {id: xyzzy, except: ['a xyzzy']}\n- {id: plugh, pattern: plugh, advice: '-', audience: victim}")
    expect(found(edit, xyzzy)).toEqual([expect.stringContaining('(xyzzy)')])
    expect(found(edit, xyzzy, others)).toEqual([expect.stringContaining('(plugh)')])
  })

  it.each([
    ["- {id: bad, pattern: '(a', advice: '-', audience: all}", 3, /a regular expression that JavaScript can read \(Unterminated group/],
    ["- {id: bad, pattern: 'a*', advice: '-', audience: all}", 3, /a pattern that does not match an empty text/],
    ["- id: bad\n  pattern: a\n  advice: '-'\n  audience: all\n  except:\n  - ok\n  - '[b'", 9, /a regular expression/],
    ["- {id: bad, pattern: a, advice: '-', audience: nobody}", 3, /`all` or `site`/],
  ])('refuses a pattern that cannot be used, with its line: %s', (row, line, says) => {
    const { pack: read, findings } = pack.load([own(row)])
    expect(read).toBe(null)
    expect(findings).toEqual([expect.objectContaining({ rule: 'schema', severity: 'error', file: 'hertfordshire/style.yaml', line })])
    expect(findings[0]?.instead).toMatch(says)
  })

  it('gives up a pattern that takes too long, and says where it is', () => {
    const edit = appended(page, 'x'.repeat(60))
    const slow = only("- {id: slow, pattern: '(?:x+)+y', advice: '-', audience: all}")
    const [first] = styleFindings(load([edit, slow]), 500)
    expect(first).toMatchObject({ severity: 'error', rule: 'style', file: 'national/style.yaml', line: 3 })
  })
})
