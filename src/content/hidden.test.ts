import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { testPack } from './fixtures.ts'
import { hiddenFindings, hiddenIn } from './hidden.ts'

const root = new URL('../../content/', import.meta.url)
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:yaml|md|svg)$/.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }))
const pack = testPack()
afterAll(() => pack.remove())

const range = (from: number, to: number) => fc.integer({ min: from, max: to })
/** Each kind that is refused wherever it is, and an isolate that nothing closes. */
const refused = fc.oneof(
  fc.constantFrom(
    0xfffc,
    0xfffd,
    0xfff9,
    0xad,
    0x200b,
    0x2060,
    0xfeff,
    0x180e,
    0x3164,
    0xfe0f,
    0x2028,
    0x2029,
    0x7f,
    0x85,
    0xfffe,
    0xfdd0,
    0x10ffff,
  ),
  fc.constantFrom(0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069),
  range(0xe000, 0xf8ff),
  range(0xf0000, 0xffffd),
  range(0x100000, 0x10fffd),
  range(0xe0000, 0xe0fff),
  range(0, 0x1f).filter((code) => code !== 9 && code !== 10 && code !== 13),
)
const place = fc.constantFrom(...files).chain((file) => fc.record({ file: fc.constant(file), at: range(1, file.text.length) }))
const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
const named = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

test('the shipped content hides nothing', () => {
  expect(files.flatMap(({ path, text }) => hiddenFindings(path, text))).toEqual([])
  expect(files.some(({ text }) => text.includes('\u200c'))).toBe(true)
})

test('put anywhere into any file, it is refused at its line by its name', () => {
  fc.assert(
    fc.property(place, refused, ({ file: { path, text }, at }, code) => {
      // Beside a joiner it parts the letters that the joiner is for, which is a finding of its own.
      fc.pre(!/[\u200c\u200d]/.test(text.slice(Math.max(0, at - 1), at + 1)))
      const broken = text.slice(0, at) + String.fromCodePoint(code) + text.slice(at)
      const [finding, ...others] = hiddenFindings(path, broken)
      expect([finding?.line, finding?.found.split(' ')[0], others]).toEqual([lineAt(text, at), named(code), []])
    }),
    { numRuns: process.env.WAYMARK_ALL ? 5000 : 500 },
  )
})

/** Values in double quotes, whole on their line. */
const quoted = files
  .filter(({ path }) => path.endsWith('.yaml'))
  .flatMap(({ path, text }) => [...text.matchAll(/(?<=: |- )"(?=[^"\\\n]+"$)/gm)].map(({ index }) => ({ path, text, at: index + 1 })))

test('written as an escape or as a character reference it is refused too', () => {
  const code = refused.filter((one) => one !== 9)
  const ways = fc.constantFrom<((code: number) => string)[]>(
    (one) => `\\U${one.toString(16).padStart(8, '0')}`,
    (one) => (one > 0xffff ? `\\U${one.toString(16).padStart(8, '0')}` : `\\u${one.toString(16).toUpperCase().padStart(4, '0')}`),
    (one) => `&#${one};`,
    (one) => `&#x${one.toString(16)};`,
  )
  fc.assert(
    fc.property(fc.constantFrom(...quoted), code, ways, ({ path, text, at }, one, write) => {
      const found = hiddenFindings(path, text.slice(0, at) + write(one) + text.slice(at))
      expect(found.map((f) => [f.line, f.found.split(' ')[0]])).toEqual([[lineAt(text, at), named(one)]])
    }),
    { numRuns: 300 },
  )
  expect(quoted.length).toBeGreaterThan(500)
  for (const name of ['\\0', '\\a', '\\e', '\\N', '\\L', '\\ud83d', '&shy;', '&zwj;', '&lrm;', '&NoBreak;'])
    expect(hiddenFindings('national/x.yaml', `a: "b${name}c"\n`).length, name).toBe(1)
  for (const fine of ["a: 'b\\ud83d \\bc'", 'a: b\\u2028c', 'a: "b\\\\u2028 \\" \\n \\t \\u00e9 &amp; &eacute; &#233; &nosuchname;"'])
    expect(hiddenFindings('national/x.yaml', `${fine}\n`), fine).toEqual([])
})

test('a joiner may be between letters of Persian, Urdu and Arabic, and nowhere else', () => {
  const letter = fc.constantFrom(...'ابتثجحخدرسشکگلمنهویپچژےںہھٹڈڑ')
  fc.assert(
    fc.property(
      letter,
      fc.constantFrom('', '\u064e', '\u0651\u064e'),
      letter,
      fc.constantFrom('\u200c', '\u200d'),
      (a, mark, b, joiner) => {
        expect(hiddenIn(`x ${a}${mark}${joiner}${b} y`)).toEqual([])
        for (const loose of [
          `${a}${joiner} ${b}`,
          `${a} ${joiner}${b}`,
          `${a}${joiner}`,
          `a${joiner}${b}`,
          `${a}${joiner}${joiner}${b}`,
          `${a}${joiner}۳`,
        ])
          expect(hiddenIn(loose).length, JSON.stringify(loose)).toBeGreaterThan(0)
      },
    ),
  )
})

describe('isolates', () => {
  const open = fc.constantFrom('\u2066', '\u2067', '\u2068')
  const [yaml, md] = ['national/x.yaml', 'national/pages/x.md']

  test('closed in one text they may be there, one in another too', () => {
    fc.assert(
      fc.property(open, open, (a, b) => {
        const text = `ring ${a}08000 ${b}121\u2069 700\u2069 now`
        expect(hiddenIn(text)).toEqual([])
        for (const whole of [`a: "${text}"\nb: ${text}\n- c: >\n    ${text}\n`, `---\ntitle: ${text}\n---\n\n- ${text}\n\n${text}\nand\n`])
          expect(hiddenFindings(whole.startsWith('---') ? md : yaml, whole), whole).toEqual([])
      }),
    )
  })

  test.each([
    ['not closed', yaml, 'a: "\u2068b"\nc: d\n', [1]],
    ['closed twice', yaml, 'a: "\u2068b\u2069\u2069"\n', [1]],
    ['closed before it is opened', yaml, 'a: "\u2069b\u2068"\n', [1, 1]],
    ['closed in the next value', yaml, 'a: "\u2068b"\nc: "d\u2069"\n', [1, 2]],
    ['over name and value', yaml, '"\u2068a": "d\u2069"\n', [1, 1]],
    ['in a comment', yaml, 'a: b # \u2067\n', [1]],
    ['closed in the next paragraph', md, '---\ntitle: a\n---\n\nb \u2068c\n\nd\u2069\n', [5, 7]],
    ['closed in the next entry', md, '---\ntitle: a\n---\n- b \u2068c\n- d\u2069\n', [4, 5]],
    ['closed in the text below the head', md, '---\ntitle: \u2068a\n---\n\u2069\n', [2, 4]],
  ])('%s', (_name, file, text, lines) => {
    expect(hiddenFindings(file, text).map(({ line }) => line)).toEqual(lines)
  })
})

describe('a pack with something hidden does not load, and is told of one fault', () => {
  const edit = (file: string, from: string, to: string) => {
    const text = pack.read(file)
    if (!text.includes(from)) throw new Error(`nothing to break: ${from}`)
    return { file, text: text.replace(from, to), line: lineAt(text, text.indexOf(from)) }
  }
  test.each([
    [
      'a label',
      'national/words/en/site.yaml',
      /skip: "/.exec(pack.read('national/words/en/site.yaml'))?.[0] ?? 'get-help:',
      '$&\ufffc',
      'U+FFFC (object replacement character)',
    ],
    ['the name of a value', 'national/services.yaml', 'services:', 'serv\u00adices:', 'U+00AD (soft hyphen)'],
    ['a page', 'national/pages/your-safety.md', 'title:', 'title:\u200e', 'U+200E (left-to-right mark)'],
    ['a drawing', 'national/drawings/form.svg', '<svg', '<svg\u000b', 'U+000B (control character)'],
    ['a comment', 'national/clocks.yaml', '# HOW', '# \ue000HOW', 'U+E000 (private use)'],
    ['an escape', 'national/glossary.yaml', 'terms:', '# "\\u202e"\nterms:', ''],
  ])('%s', (_name, file, from, to, says) => {
    const { line, ...change } = edit(file, from, to.replace('$&', from))
    const { findings, pack: whole } = pack.load([change])
    expect(findings.map((f) => [f.rule, f.file, f.line, f.found.split(' is ')[0]])).toEqual(says ? [['hidden', file, line, says]] : [])
    expect(whole === null).toBe(says !== '')
  })
})
