import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { Finding } from './finding.ts'

export type Path = readonly (string | number)[]

/** A parsed YAML file that still knows on which line each value stands. */
export type YamlSource = {
  file: string
  data: unknown
  /** Line of the value at `path`, or of the nearest thing around it that exists. */
  line(path: Path): number
  /** Every text in the file with its line, keys excluded. */
  strings(): { path: Path; text: string; line: number }[]
  comments(): { text: string; line: number }[]
}

/** Parses `text`. YAML's own faults (a bad indent, a key given twice) become one finding each. */
export const readYaml = (file: string, text: string, firstLine = 1): { source: YamlSource; findings: Finding[] } => {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true })
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  const findings = doc.errors.slice(0, 1).map(
    (e): Finding => ({
      severity: 'error',
      rule: 'yaml',
      file,
      line: lineAt(e.pos[0]),
      found: e.message.split('\n')[0] ?? e.code,
      instead: 'Mend the YAML: look at indents, quotes and colons on this line and the one above.',
    }),
  )
  const data: unknown = findings.length ? null : doc.toJS({ maxAliasCount: 0 })
  return {
    source: {
      file,
      data,
      line: (path) => lineAt(offsetOf(doc, path)),
      strings: () => stringsOf(doc.contents, [], lineAt),
      comments: () => commentsOf(text, firstLine),
    },
    findings,
  }
}

const offsetOf = (doc: Document, path: Path): number => {
  for (let depth = path.length; depth >= 0; depth--) {
    const node: unknown = depth === 0 ? doc.contents : doc.getIn(path.slice(0, depth), true)
    if (!isNode(node) || !node.range) continue
    // A value that is missing is reported where its owner begins; a value that is there, where it stands.
    return node.range[0]
  }
  return 0
}

const stringsOf = (node: unknown, path: Path, lineAt: (offset: number) => number): { path: Path; text: string; line: number }[] => {
  if (isMap(node)) return node.items.flatMap((pair) => stringsOf(pair.value, [...path, keyOf(pair.key)], lineAt))
  if (isSeq(node)) return node.items.flatMap((item, i) => stringsOf(item, [...path, i], lineAt))
  if (!isScalar(node) || !(node as Node).range) return []
  if (typeof node.value !== 'string') return []
  const start = lineAt(node.range?.[0] ?? 0)
  // A block scalar's text begins on the line after its header.
  const first = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? start + 1 : start
  return [{ path, text: node.value, line: first }]
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key))

const commentsOf = (text: string, firstLine: number): { text: string; line: number }[] =>
  text.split('\n').flatMap((line, i) => {
    const comment = /^\s*#(.*)$/.exec(line)?.[1]
    return comment === undefined ? [] : [{ text: comment.trim(), line: i + firstLine }]
  })
