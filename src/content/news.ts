import { parseDocument } from 'yaml'
import { type Article, readDate } from '../domain/news/article.ts'
import type { Finding } from './finding.ts'
import { show } from './findings.ts'
import type { MarkdownSource } from './markdown-source.ts'

const keys = ['area', 'og.description', 'publish.date', 'title', 'url'] as const
type Key = (typeof keys)[number]

/** Reads a news file in the seed's format. Values are texts, letter for letter: `2019` stays "2019". */
export const readArticle = (source: MarkdownSource, headText: string): { article: Article | null; findings: Finding[] } => {
  const findings: Finding[] = []
  const complain = (key: string, found: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'news', file: source.file, line: source.head.line(key.split('.')), found, instead })
  const doc = parseDocument(headText, { schema: 'failsafe', uniqueKeys: false })
  const value = (key: Key): string => {
    const text: unknown = doc.getIn(key.split('.')) ?? doc.get(key)
    if (typeof text === 'string' && text.trim()) return text
    complain(
      key,
      text === undefined ? `the article does not have \`${key}\` at the top` : `${key} is ${show(text)}`,
      `Add \`${key}\` exactly as the source gives it.`,
    )
    return ''
  }
  const [area, description, published, title, url] = [
    value('area'),
    value('og.description'),
    value('publish.date'),
    value('title'),
    value('url'),
  ]
  const date = published ? readDate(published) : null
  if (published && !date) complain('publish.date', `publish.date is ${show(published)}`, 'Write the date like this: `30 Jul 2019`.')
  if (url && !/^https?:\/\/[^\s]+$/.test(url))
    complain('url', `url is ${show(url)}`, 'Write the web address of the article, starting with https://.')
  if (!source.body.trim()) complain('title', 'the article does not have any text', 'Put the text after the block of values at the top.')
  if (findings.length || !date) return { article: null, findings }
  return { article: { slug: source.id, area, description, published, date: date.toString(), title, url, body: source.body }, findings }
}
