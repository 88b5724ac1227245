import { expect, test } from 'vitest'
import { hide } from '../../src/content/check/not-numbers.ts'
import { numberFaults } from '../../src/content/check/numbers.ts'
import { plainReadings } from '../../src/content/check/style.ts'
import { hiddenFindings, hiddenIn } from '../../src/content/hidden.ts'
import { readBlocks } from '../../src/content/markdown-blocks.ts'
import { readMarkdown } from '../../src/content/markdown-source.ts'
import { headText } from '../../src/content/read-file.ts'
import { readYaml } from '../../src/content/yaml-source.ts'
import { pageChange } from '../../src/processes/live-links/change.ts'
import { hasPlainTags, tooFar } from '../../src/processes/sheets/extent.ts'
import { growsLinearly } from '../support/linear.ts'

/** What patterns stumble on: pieces that open something, part something, or nearly match, over and over. */
const pieces = [
  '[',
  '{',
  '- ',
  '? ',
  '? &a ',
  ': ',
  '"',
  "'",
  '*a ',
  '&a ',
  '#',
  '\n',
  '|\n',
  '- a\n',
  '---\n',
  '```\n',
  '](',
  '> ',
  '<',
  '\u2066',
  '\u200d',
  '@\n',
  '%\n',
  '\t',
  'a\n',
  'a: b: c\n',
  '"\n',
  ']\n',
  '!a ',
]
const digits = [
  '0',
  '1 ',
  '1-',
  '1.',
  '1(',
  '1 (0) ',
  '1\n',
  '+44 ',
  '999 ',
  'call 999 or ',
  'a.',
  'a-',
  'a',
  'a@',
  'a@a.',
  '](',
  'http://',
  '{a',
  ' ',
]
const tags = ['<', '<meta ', '<meta a=b ', '<meta content="a" ', '<time itemprop="dateModified" ', '"dateModified" ', '"dateModified":"']
const parts = ['<', '<a>', '<a ', ' r="', ' r', ' ']

const zone = { timezone: 'Europe/London', now: Temporal.Instant.from('2026-12-20T12:00:00Z') }
const helpline = { digits: '08000121700', display: '08000 121 700', service: 'helpline', use: 'active' } as const

const findHidden = (text: string) => [hiddenFindings('a.md', text), hiddenFindings('a.yaml', text)]
const linesOfBlock = (text: string) => {
  for (const { text: value, lineAt } of readYaml('a.yaml', `a: |\n  ${text}`).source.strings())
    for (let i = 0; i < value.length; i += 1) lineAt(i)
}
const linesOfBlocks = (text: string) => {
  for (const { text: words, lineAt } of readBlocks(text).blocks) for (let i = 0; i < words.length; i += 1) lineAt(i)
}

test.each<[string, readonly string[], (text: string) => unknown, number?]>([
  ['YAML', pieces, (text) => readYaml('a.yaml', text), 4000],
  ['the head of Markdown', pieces, (text) => [readMarkdown('a.md', `---\n${text}`), headText(`---\n${text}`)], 4000],
  ['hidden characters', pieces, hiddenIn],
  [
    'what is hidden in a file, with its places',
    ['\u200b', '\u200b\n', '\u200ba', '\u2066', '\u2066\n', '&shy;', '"\\u200b" '],
    findHidden,
    4000,
  ],
  ['a block of YAML, with the line of each letter', ['a ', 'a\n  ', 'ab: "'], linesOfBlock, 4000],
  ['Markdown, with the line of each letter', ['![', '[a,', '[a](source:b) ', '](', '*a', 'a\n', '\n\n'], linesOfBlocks, 4000],
  ['numbers', digits, (text) => numberFaults(text, [helpline]), 4000],
  ['what is no number', digits, hide],
  ['a text as patterns meet it', [...pieces, '{a', '{a}', '“', '`'], (text) => plainReadings({ text, path: [], lineAt: () => 1 }), 4000],
  ['a page of another site', tags, (text) => pageChange(text, zone)],
  ['a part of a spreadsheet', parts, (text) => [hasPlainTags(text), tooFar(text)], 100_000],
])('%s is read in time that grows with its length, whatever it repeats', { retry: 2 }, (_name, repeated, act, length) => {
  const tried = repeated.filter((_, nth) => process.env.WAYMARK_ALL || nth % 2 === 0)
  expect(tried.filter((piece) => !growsLinearly(piece, act, length))).toEqual([])
})

test('a name given a thousand times over is found by its line at once', () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: a\n`).join('')
  const { source } = readYaml('a.yaml', text)
  const began = performance.now()
  for (let i = 0; i < 20_000; i += 1) expect(source.line([`k${i}`]) === i + 1).toBe(true)
  expect(performance.now() - began).toBeLessThan(5000)
})

test('the check fails where time grows with the square', () => {
  const square = (text: string): unknown => /<meta\b[^>]*\bname=x/.exec(text)
  expect(growsLinearly('<meta ', square, 5_000)).toBe(false)
})

test('nesting that would end the process is refused with its line', () => {
  for (const [piece, text] of ['[', '{', '{a: ', '- ', '? ', '? &a '].map((piece) => [piece, `a: 1\n${piece.repeat(50_000)}`] as const)) {
    const { findings } = readYaml('a.yaml', text)
    expect(findings, piece).toMatchObject([{ line: 2, found: 'it is nested more than 64 levels deep' }])
  }
})
