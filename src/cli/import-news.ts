import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mostText } from '../content/files.ts'
import { hiddenFindings } from '../content/hidden.ts'
import { readMarkdown } from '../content/markdown-source.ts'
import { readArticle } from '../content/news.ts'
import { readBounded, readBoundedText } from '../content/read-bounded.ts'
import { headText } from '../content/read-file.ts'
import { readYaml } from '../content/yaml-source.ts'
import { slugOf } from '../domain/news/article.ts'
import { contentFolder } from '../processes/paths.ts'
import { printFindings } from '../processes/print.ts'

/**
 * Takes a news file in the seed's format into a pack, byte for byte. Its address is made from its title. Exit code 0,
 * or 1 for a file that is not whole, is of another area (unless `areaDiffers`) or whose address holds another text (unless `replace`).
 */
export const importNews = (file: string, options: { pack: string; replace: boolean; areaDiffers: boolean; content?: string }): number => {
  const content = options.content ?? contentFolder
  if (!/^[a-z0-9-]+$/.test(options.pack)) {
    console.error(`--pack ${options.pack}: write the name of a folder in content/, such as hertfordshire.`)
    return 2
  }
  const opened = readBoundedText(file, mostText)
  if ('fault' in opened) {
    console.error(opened.fault)
    return opened.is === 'not-text' ? 1 : 2
  }
  const { bytes, text } = opened
  const hidden = hiddenFindings(file, text)
  const { source, findings } = readMarkdown(file, text)
  const read =
    source && !hidden.length && !findings.length
      ? readArticle(source, headText(text))
      : { article: null, findings: [...hidden, ...findings] }
  if (!read.article) {
    printFindings(read.findings, console.error)
    return 1
  }
  const slug = slugOf(read.article.title)
  if (!slug) {
    console.error(`The title "${read.article.title}" does not have any letters from a to z, so Waymark cannot make a web address from it.`)
    return 1
  }
  if (!existsSync(join(content, options.pack))) {
    console.error(`There is no pack content/${options.pack}.`)
    return 2
  }
  const own = areaOf(join(content, options.pack, 'partnership.yaml'))
  if (!sameArea(own, read.article.area) && !options.areaDiffers) {
    const whose = own === null ? 'is unknown, because its partnership.yaml is missing or cannot be read' : `is ${own}`
    console.error(
      `The article's area is ${read.article.area}, but the area of the pack ${options.pack} ${whose}. If the article does belong there, add --area-differs.`,
    )
    return 1
  }
  const target = join(content, options.pack, 'news', `${slug}.md`)
  const there = readBounded(target, mostText)
  const other = 'fault' in there ? there.is !== 'missing' : !there.bytes.equals(bytes)
  if (other && !options.replace) {
    console.error(
      `content/${options.pack}/news/${slug}.md already exists and has a different text. To replace it with this one, add --replace.`,
    )
    return 1
  }
  mkdirSync(join(content, options.pack, 'news'), { recursive: true })
  writeFileSync(target, bytes)
  console.log(`/news/${slug}  (content/${options.pack}/news/${slug}.md, ${read.article.date})`)
  return 0
}

/** The area of a pack; null where its file does not say. */
const areaOf = (file: string): string | null => {
  const opened = readBoundedText(file, mostText)
  if ('fault' in opened) return null
  const { data } = readYaml(file, opened.text).source
  return data && typeof data === 'object' && 'area' in data && typeof data.area === 'string' ? data.area : null
}

const sameArea = (own: string | null, other: string): boolean => {
  const plain = (area: string): string => area.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  return own !== null && plain(own) === plain(other)
}
