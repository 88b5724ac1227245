import MarkdownIt, { type Token } from 'markdown-it'
import type { Run } from './runs.ts'

/** What stands under one another on paper. Headings count from 2: the title of the sheet is 1. */
export type Block = { h: number; runs: readonly Run[] } | { p: readonly Run[] } | { list: readonly (readonly Block[])[]; ordered: boolean }

const reader = new MarkdownIt({ html: false, linkify: false, typographer: false })

/**
 * Markdown of the pack for paper. `origin` is put before links inside the site, so that they lead somewhere from a file; a link to the
 * glossary is plain words.
 */
export const blocksFrom = (markdown: string, origin: string): Block[] => read(reader.parse(markdown, {}), origin)

/** A sentence or two of Markdown without paragraphs. */
export const runsFrom = (markdown: string, origin: string): Run[] =>
  reader.parseInline(markdown, {}).flatMap(({ children }) => inline(children ?? [], origin))

const read = (tokens: readonly Token[], origin: string): Block[] => {
  const blocks: Block[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token?.type.endsWith('_open')) continue
    const end = closing(tokens, at)
    const inner = tokens.slice(at + 1, end)
    const runs = (): Run[] => inline(inner[0]?.children ?? [], origin)
    if (token.type === 'heading_open') blocks.push({ h: Number(token.tag.slice(1)), runs: withoutId(runs()) })
    else if (token.type === 'paragraph_open') blocks.push({ p: runs() })
    else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open')
      blocks.push({ list: itemsIn(inner).map((item) => read(item, origin)), ordered: token.type === 'ordered_list_open' })
    else blocks.push(...read(inner, origin))
    at = end
  }
  return blocks
}

const closing = (tokens: readonly Token[], at: number): number => {
  let depth = 0
  for (let i = at; i < tokens.length; i += 1) {
    depth += tokens[i]?.nesting ?? 0
    if (depth === 0) return i
  }
  return tokens.length
}

const itemsIn = (tokens: readonly Token[]): Token[][] => {
  const items: Token[][] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const end = closing(tokens, at)
    items.push(tokens.slice(at + 1, end) as Token[])
    at = end
  }
  return items
}

const inline = (tokens: readonly Token[], origin: string): Run[] => {
  const runs: Run[] = []
  let strong = 0
  let link: string | null = null
  let mark = false
  for (const token of tokens) {
    if (token.type === 'strong_open') strong += 1
    else if (token.type === 'strong_close') strong -= 1
    else if (token.type === 'link_open') {
      link = targetOf(String(token.attrGet('href')), origin)
      mark = String(token.attrGet('href')).startsWith('source:')
    } else if (token.type === 'link_close') {
      link = null
      mark = false
    } else if (mark) runs.push(`(${token.content})`)
    else if (token.type === 'softbreak' || token.type === 'hardbreak') runs.push(' ')
    else if (token.content) runs.push(link ? { a: link, t: token.content } : strong > 0 ? { b: token.content } : token.content)
  }
  return runs
}

const targetOf = (href: string, origin: string): string | null => {
  if (href.startsWith('/')) return origin + href
  return /^(https|mailto):/.test(href) ? href : null
}

/** `## What it is {#what}`: the id is for addresses. */
const withoutId = (runs: Run[]): Run[] => runs.map((run) => (typeof run === 'string' ? run.replace(/(?<!\s)\s*\{#[a-z0-9-]+\}$/, '') : run))
