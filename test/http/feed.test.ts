import { expect, test } from 'vitest'
import { ask, withServer } from './support.ts'
import { elementsOfXml, type XmlElement } from './xml.ts'

const running = withServer()

test.each([
  '<a></b>',
  '<a',
  '<a>',
  '<a></a><b></b>',
  '<a b="1" b="2"/>',
  '<a b=c/>',
  '<a>&nbsp;</a>',
  '<a>AT&T</a>',
  '<a>\u0001</a>',
  'text',
  '<a b="<"/>',
  '',
])('the reader refuses what is not well-formed: %s', (bad) => {
  expect(() => elementsOfXml(`<?xml version="1.0" encoding="utf-8"?>${bad}`)).toThrow()
  expect(() => elementsOfXml('<a/>')).toThrow()
})

const feed = async (): Promise<XmlElement[]> => {
  const { status, headers, text } = await ask(running().port, '/news/feed.xml')
  expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  return elementsOfXml(text)
}
const at = (elements: readonly XmlElement[], path: string): XmlElement[] => elements.filter((e) => e.path === path)

test('the feed is valid Atom (RFC 4287)', async () => {
  const elements = await feed()
  expect(elements[0]).toMatchObject({ name: 'feed' })
  expect(elements[0]?.attributes.get('xmlns')).toBe('http://www.w3.org/2005/Atom')
  for (const name of ['id', 'title', 'updated', 'author']) expect(at(elements, `feed/${name}`)).toHaveLength(1)
  expect(at(elements, 'feed/author/name')).toHaveLength(1)
  const entries = at(elements, 'feed/entry').length
  for (const name of ['id', 'title', 'updated', 'published', 'summary', 'link'])
    expect(at(elements, `feed/entry/${name}`)).toHaveLength(entries)
  for (const { text } of elements.filter(({ name }) => name === 'updated' || name === 'published'))
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  for (const { text } of elements.filter(({ name }) => name === 'id')) expect(() => new URL(text)).not.toThrow()
  const links = at(elements, 'feed/link').map(({ attributes }) => [attributes.get('rel'), attributes.get('href')])
  expect(links).toContainEqual(['self', 'https://waymark.example.org/news/feed.xml'])
})

test('the article is in it, word for word, under the address it was first published at', async () => {
  const elements = await feed()
  const { pack } = running().locale
  expect(at(elements, 'feed/entry')).toHaveLength(pack.news.length)
  const [article] = pack.news
  expect(at(elements, 'feed/entry/title')[0]?.text).toBe('Hertfordshire partnership marks World Day Against Trafficking in Persons 2019')
  expect(at(elements, 'feed/entry/id')[0]?.text).toBe(
    'https://www.herts.police.uk/news-and-appeals/Hertfordshire-partnership-marks-World-Day-Against-Trafficking-in-Persons-0575',
  )
  expect(at(elements, 'feed/entry/summary')[0]?.text).toBe(article?.description)
  expect(at(elements, 'feed/entry/published')[0]?.text).toBe('2019-07-30T00:00:00Z')
  const link = at(elements, 'feed/entry/link')[0]?.attributes.get('href') ?? ''
  expect((await ask(running().port, new URL(link).pathname)).status).toBe(200)
})
