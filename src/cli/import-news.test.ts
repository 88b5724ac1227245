import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { importNews } from './import-news.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-news-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [content, file] = [join(folder, 'content'), join(folder, 'article.md')]
const target = join(content, 'kent/news/a-day-in-may.md')
const article = (area: string, more = ''): string =>
  `---\narea: ${area}\nog:\n  description: What it says.\npublish:\n  date: 30 Jul 2019\ntitle: A day in May\nurl: https://example.org/a\n---\n\nWords.${more}\n`

let said = ''
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    said += `${line}\n`
  })
  vi.spyOn(console, 'log').mockImplementation(() => {})
  said = ''
  rmSync(content, { recursive: true, force: true })
  mkdirSync(join(content, 'kent'), { recursive: true })
  writeFileSync(join(content, 'kent/partnership.yaml'), 'version: 1\narea: Kent and  Medway\n')
})
const take = (text: string, areaDiffers = false): number => {
  writeFileSync(file, text)
  return importNews(file, { pack: 'kent', replace: false, areaDiffers, content })
}

test('an article of the pack’s area is taken byte for byte', () => {
  expect(take(article('Kent and Medway'))).toBe(0)
  expect(readFileSync(target, 'utf8')).toBe(article('Kent and Medway'))
})

test('one of another area is refused in a sentence, and taken when told', () => {
  for (const area of ['Hertfordshire', 'Kent']) {
    expect([take(article(area)), existsSync(target)]).toEqual([1, false])
    expect(said).toContain(`The article's area is ${area}, but the area of the pack kent is Kent and  Medway.`)
    expect(said).toContain('--area-differs')
  }
  expect(take(article('Hertfordshire'), true)).toBe(0)
  expect(readFileSync(target, 'utf8')).toBe(article('Hertfordshire'))
})

test('where the pack does not say its area, nobody guesses it', () => {
  rmSync(join(content, 'kent/partnership.yaml'))
  expect([take(article('Kent and Medway')), existsSync(target)]).toEqual([1, false])
  expect(said).toContain('the area of the pack kent is unknown')
})

test('what nobody sees is not imported', () => {
  expect([take(article('Kent and Medway', '\ufffc')), existsSync(target)]).toEqual([1, false])
  expect(said).toContain('U+FFFC (object replacement character) is hidden at column 7')
})
