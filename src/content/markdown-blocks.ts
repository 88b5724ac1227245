import MarkdownIt from 'markdown-it'
import { lineFinder } from './line-at.ts'

/** A paragraph, list item or heading: its words, and the line of each letter, counted from the first line of the text (0). */
export type Block = {
  kind: 'prose' | 'heading'
  text: string
  lineAt: (index: number) => number
  /** Sources that the text marks as not checked, each with the place in `text` behind which its mark stands. */
  marks: readonly { source: string; at: number }[]
}

/** A link or picture, where it leads and on which line it stands (0-based). */
export type Link = { kind: 'link' | 'picture'; href: string; line: number }

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
// Whatever a link says is to be seen here, and judged.
markdown.validateLink = () => true
markdown.normalizeLink = (url) => url

/** The words of a Markdown text as a reader meets them, and its links. `code`: what to read for words set as code. */
export const readBlocks = (text: string, code = (words: string) => words): { blocks: Block[]; links: Link[] } => {
  if (isPlain(text)) return { blocks: [{ kind: 'prose', text: text.trimEnd(), lineAt: () => 0, marks: [] }], links: [] }
  const blocks: Block[] = []
  const links: Link[] = []
  const tokens = markdown.parse(text, {})
  // A cell of a table does not know its line; its row does.
  let row = 0
  tokens.forEach((token, index) => {
    if (token.type === 'tr_open') row = token.map?.[0] ?? row
    if (token.type !== 'inline') return
    const first = token.map?.[0] ?? row
    const letters: string[] = []
    // How long the words are, and without the white space at their end.
    let [long, ends] = [0, 0]
    const say = (words: string) => {
      letters.push(words)
      if (words.trim()) ends = long + words.trimEnd().length
      long += words.length
    }
    let line = first
    const marks: { source: string; at: number }[] = []
    let mark = false
    for (const child of token.children ?? []) {
      if (child.type === 'link_open') links.push({ kind: 'link', href: String(child.attrGet('href') ?? ''), line })
      if (child.type === 'image') links.push({ kind: 'picture', href: String(child.attrGet('src') ?? ''), line })
      // "Not checked yet" is a mark beside a sentence and no part of it.
      if (child.type === 'link_open') {
        const href = String(child.attrGet('href'))
        mark = href.startsWith('source:')
        if (mark) marks.push({ source: href.slice(7), at: ends })
      } else if (child.type === 'link_close') mark = false
      else if (mark) continue
      if (child.type === 'softbreak' || child.type === 'hardbreak') {
        say('\n')
        line += 1
      } else say(child.type === 'code_inline' ? code(child.content) : child.content)
    }
    const words = letters.join('')
    const kind = tokens[index - 1]?.type === 'heading_open' ? 'heading' : 'prose'
    const lineIn = lineFinder(words)
    blocks.push({ kind, text: words, lineAt: (at) => first + lineIn(at), marks })
  })
  return { blocks, links }
}

/** One line that begins like a sentence and has none of the characters that mean something to Markdown: most texts, read at once. */
const isPlain = (text: string): boolean => /^[A-Za-z"“‘{£]/.test(text) && !/[\\`*_[\]<>&~!|\n]/.test(text)
