import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { attribute, type Element, elementsOf, hasClass, inside, metaOf, one, textOf } from './html.ts'
import { ask, withServer } from './support.ts'

const running = withServer({ at: '2026-11-24T10:00:00Z' })

const folder = new URL('../../content/hertfordshire/news/', import.meta.url)
const [file = ''] = readdirSync(folder)
const source = readFileSync(new URL(file, folder), 'utf8')

/** The header's value as it stands in the file, letter for letter. */
const written = (key: string): string => {
  const value = new RegExp(`^ *${key}: (.+)$`, 'm').exec(source)?.[1]
  if (!value) throw new Error(`the article's head has no ${key}`)
  return value
}

/** The body's blocks: their words in order, without the marks of Markdown that this article uses. */
const blocks = (source.split(/^```$/m)[1] ?? '')
  .split(/\n\s*\n/)
  .map((block) =>
    block
      .replace(/^\s*\* ### /, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((block) => block)

let page: Element[] = []
beforeAll(async () => {
  page = elementsOf((await ask(running().port, `/news/${file.replace(/\.md$/, '')}`)).text)
})
const article = (): Element => one(page, 'an article', (e) => e.tagName === 'article')

test('the source is read by this test as it is meant to be', () => {
  expect(blocks).toHaveLength(12)
  expect(blocks[0]).toMatch(/^World Day Against Trafficking in Persons aims to help/)
  expect(blocks.at(-1)).toMatch(/^\*Operation Tropic is/)
})

test('the header’s values are in Open Graph letter for letter, its day as ISO 8601', () => {
  expect(metaOf(page, 'og:title')).toBe(written('title'))
  expect(metaOf(page, 'og:description')).toBe(written('description'))
  // ogp.me, "Article": a DateTime, which is ISO 8601.
  expect(metaOf(page, 'article:published_time')).toBe('2019-07-30')
  expect(written('date')).toBe('30 Jul 2019')
  expect(metaOf(page, 'og:type')).toBe('article')
})

test('its canonical address is the original one', () => {
  const canonical = one(page, 'canonical', (e) => e.tagName === 'link' && attribute(e, 'rel') === 'canonical')
  expect(attribute(canonical, 'href')).toBe(written('url'))
  expect(metaOf(page, 'og:url')).toBe(written('url'))
})

test('JSON-LD says the same', () => {
  const script = one(page, 'JSON-LD', (e) => attribute(e, 'type') === 'application/ld+json')
  expect(JSON.parse(textOf(script))).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: written('title'),
    description: written('description'),
    datePublished: '2019-07-30',
    url: written('url'),
    contentLocation: { name: written('area') },
  })
})

test('the title is the one heading of level 1; date in words and area stand with it', () => {
  expect(textOf(one(page, 'h1', (e) => e.tagName === 'h1'))).toBe(written('title'))
  const time = one(inside(article()), 'a time', (e) => e.tagName === 'time')
  expect([textOf(time), attribute(time, 'datetime')]).toEqual(['30 July 2019', '2019-07-30'])
  expect(textOf(article())).toContain(`30 July 2019 · ${written('area')}`)
})

test('its paragraphs stand in order, with nothing inserted and nothing left out', () => {
  const prose = one(inside(article()), 'the text', (e) => hasClass(e, 'prose'))
  const leaves = inside(prose).filter((e) => /^(p|h[2-6])$/.test(e.tagName))
  expect(leaves.map(textOf)).toEqual(blocks)
  expect(textOf(prose).replaceAll(' ', '')).toBe(blocks.join('').replaceAll(' ', ''))
  expect(
    inside(prose)
      .filter((e) => !/^(p|h[2-6]|ul|li)$/.test(e.tagName))
      .map((e) => e.tagName),
  ).toEqual([])
})

test('above it stand today’s contacts, as numbers that can be rung', () => {
  const line = one(page, 'the contacts', (e) => hasClass(e, 'today'))
  expect(page.indexOf(line)).toBeLessThan(page.indexOf(article()))
  expect(inside(article())).not.toContain(line)
  expect(inside(line).flatMap((e) => attribute(e, 'href') ?? [])).toEqual(['tel:999', 'tel:08000121700'])
  expect(textOf(line)).toContain('08000 121 700')
})

test('/news lists and links it', async () => {
  const list = elementsOf((await ask(running().port, '/news')).text)
  const link = one(list, 'a link to the article', (e) => e.tagName === 'a' && attribute(e, 'href') === `/news/${file.replace(/\.md$/, '')}`)
  expect(textOf(link)).toBe(written('title'))
})
