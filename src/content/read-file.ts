import type { Finding } from './finding.ts'
import { hiddenFindings } from './hidden.ts'
import { type MarkdownSource, readMarkdown } from './markdown-source.ts'
import { readYaml, type YamlSource } from './yaml-source.ts'

/** What a content file says by itself, before anything is asked of other files. */
export type FileRead = {
  findings: readonly Finding[]
  /** It cannot be used: what it would say is not known. */
  broken: boolean
  yaml?: YamlSource
  markdown?: { source: MarkdownSource; head: string }
  drawing?: string
}

/** Reads a file by its name: YAML, a page or an article in Markdown, a drawing. Of one with something hidden in it nothing else is read. */
export const readFile = (path: string, text: string): FileRead => {
  const unseen = hiddenFindings(path, text)
  const broken = unseen.length > 0
  // A drawing stays known by its name.
  if (path.endsWith('.svg')) return { findings: unseen, broken, drawing: text.trim() }
  if (broken) return { findings: unseen, broken }
  if (path.endsWith('.yaml')) {
    const { source, findings } = readYaml(path, text)
    return findings.length ? { findings, broken: true } : { findings, broken, yaml: source }
  }
  if (path.endsWith('.md') && /\/(pages|news)\//.test(path)) {
    const { source, findings } = readMarkdown(path, text)
    return source && !findings.length ? { findings, broken, markdown: { source, head: headText(text) } } : { findings, broken }
  }
  return { findings: [], broken }
}

/** Reads a file only once as long as its text is the same: where a pack is read again after a change. */
export const rememberingRead = (): typeof readFile => {
  const known = new Map<string, { text: string; read: FileRead }[]>()
  return (path, text) => {
    const before = known.get(path) ?? []
    const same = before.find((one) => one.text === text)
    if (same) return same.read
    const read = readFile(path, text)
    // The first stays, and the last few: what comes after it is tried, each time in another way.
    const [first, ...later] = before
    known.set(path, [...(first ? [first] : []), ...later.slice(-2), { text, read }])
    return read
  }
}

export const headText = (text: string): string =>
  /^\ufeff?(?:---|```ya?ml)[ \t]*\r?\n([\s\S]*?)^(?:---|```)[ \t]*(?:\r?\n|$)/m.exec(text)?.[1] ?? ''
