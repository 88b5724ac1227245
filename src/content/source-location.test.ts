import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFiles } from './files.ts'
import { sourceLocation } from './source-location.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const files = readFiles(content, 'hertfordshire')
const place = sourceLocation(files)
const texts = files.allYaml.flatMap(({ file, strings }) => strings().map((text) => ({ file, ...text })))
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
const textsAt = ({ file, line }: { file: string; line: number }) => texts.filter((one) => one.file === file && one.line === line)

it('finds every text of the pack where it stands, or where another has the same words in it', () => {
  const long = texts.filter(({ text }) => words(text).length > 3 && !text.includes('{'))
  fc.assert(
    fc.property(fc.nat(long.length - 1), (n) => {
      const wanted = long[n]?.text ?? ''
      const found = place(wanted)
      const there = (found ? textsAt(found) : []).map(({ text }) => words(text).join(' '))
      expect(
        there.filter((text) => text.includes(words(wanted).join(' '))),
        `${there} for ${wanted}`,
      ).not.toEqual([])
    }),
    { numRuns: process.env.WAYMARK_ALL ? 60 : 21 },
  )
})

it.each([
  [
    'a sentence out of a text',
    'Or the agency drives them in together, or houses them.',
    'national/sectors.yaml',
    /Agency cleaners or kitchen staff/,
  ],
  [
    'a text whose references are filled in',
    'When you call 101, say that it is about modern slavery. For an adult who needs care or support, call adult social care on 0300 123 4042.',
    'national/training/basic/report.yaml',
    /^ {4}You do not have to learn the numbers/,
  ],
  [
    'a text without its links',
    'Learn the signs. In a poll of 2017, 8 of every 100 adults did not know them.',
    'national/campaigns.yaml',
    /Learn the \[signs\]/,
  ],
  [
    'a line of a page',
    'You can have a break, or end it, at any time. Stop after each part.',
    'national/pages/nrm-explained.md',
    /^Read this together/,
  ],
])('finds %s', (_, printed, file, line) => {
  const found = place(printed)
  expect(found?.file).toBe(file)
  expect(readFileSync(join(content, file), 'utf8').split('\n')[(found?.line ?? 0) - 1]).toMatch(line)
})

it('finds a letter on its own line of a long text, and nothing for what nobody wrote', () => {
  const source = files.allYaml.find(({ file }) => file === 'national/training/basic/signs.yaml')
  const long = source?.strings().find(({ text }) => text.length > 300 && text.includes('w')) ?? null
  if (!long) throw new Error('no such text')
  expect(place(long.text, 'w')?.line).toBe(long.lineAt(long.text.indexOf('w')))
  expect(place('xqzv wqxz')).toBeNull()
})
