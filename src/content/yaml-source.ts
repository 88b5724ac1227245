import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit, type YAMLMap } from 'yaml'
import type { Finding } from './finding.ts'
import { deepest, tooDeep } from './yaml-depth.ts'
import { faultOf, lex, messages, type YamlFault } from './yaml-faults.ts'

export type Path = readonly (string | number)[]

/** A text of a file with the line on which it begins, and the line of any place in it. */
export type Text = { path: Path; text: string; line: number; lineAt: (index: number) => number }

/** A parsed YAML file that still knows on which line each value stands. */
export type YamlSource = {
  file: string
  data: unknown
  /** Line of the key or list entry at `path`, or of the nearest thing around it that exists. */
  line(path: Path): number
  /** Every text in the file, keys excluded. A long number without quotes counts as a text. */
  strings(): Text[]
  comments(): { text: string; line: number }[]
}

/** Parses `text`. YAML's own faults (a bad indent, a key given twice) become one finding a file: what follows one is guesswork. */
export const readYaml = (file: string, text: string, firstLine = 1): { source: YamlSource; findings: Finding[] } => {
  const lines = new LineCounter()
  const deep = tooDeep(text)
  // Names given twice are looked for in firstFault: the parser compares each name with all before it.
  const doc = parseDocument(deep === null ? text : '', { lineCounter: lines, strict: true, uniqueKeys: false, prettyErrors: false })
  const lineAt = (offset: number) => (deep === null ? lines.linePos(offset).line : text.slice(0, offset).split('\n').length) + firstLine - 1
  const fault = deep === null ? firstFault(doc, text) : { offset: deep, ...nested }
  const findings: Finding[] = fault
    ? [{ severity: 'error', rule: 'yaml', file, line: lineAt(fault.offset), found: fault.found, instead: fault.instead }]
    : []
  const data: unknown = fault ? null : doc.toJS()
  let strings: Text[] | undefined
  let comments: { text: string; line: number }[] | undefined
  return {
    source: {
      file,
      data,
      line: (path) => lineAt(offsetOf(doc, path)),
      strings: () => {
        strings ??= stringsOf(doc.contents, [], text, lineAt)
        return strings
      },
      comments: () => {
        comments ??= lex(text)
          .filter(({ token, plain }) => !plain && token.startsWith('#'))
          .map(({ offset, token }) => ({ text: token.slice(1).trim(), line: lineAt(offset) }))
        return comments
      },
    },
    findings,
  }
}

const nested = { found: `it is nested more than ${deepest} levels deep`, instead: 'Close any bracket that is open, or remove it.' }

/** The first thing that YAML allows, but a content file does not, counts as a fault too: aliases, anchors and tags, and names given twice. */
const firstFault = (doc: Document, text: string): YamlFault | null => {
  const [error, second] = doc.errors
  if (error) return faultOf(text, error, second)
  let fault: YamlFault | null = null
  visit(doc, {
    Node: (_key, node) => {
      const sign = isAlias(node) ? '*' : node.tag?.startsWith('!') ? '!' : node.anchor ? '&' : null
      if (sign)
        fault = {
          offset: node.range?.[0] ?? 0,
          found: `a text without quotes starts with ${sign}`,
          instead: 'Put the text in double quotes.',
        }
      const twice = isMap(node) ? givenTwice(node) : null
      if (twice !== null) fault ??= { offset: twice, ...messages.DUPLICATE_KEY }
      return fault ? visit.BREAK : undefined
    },
  })
  return fault
}

/** Where a name stands for the second time. */
const givenTwice = (map: YAMLMap): number | null => {
  const names = new Set<string>()
  for (const { key } of map.items) {
    const name = keyOf(key)
    if (names.has(name)) return isNode(key) ? (key.range?.[0] ?? 0) : 0
    names.add(name)
  }
  return null
}

/** A value is looked for where its name stands: a list begins on the line after. */
const offsetOf = (doc: Document, path: Path): number => {
  for (let depth = path.length; depth > 0; depth--) {
    const key = path[depth - 1]
    const owner: unknown = depth === 1 ? doc.contents : doc.getIn(path.slice(0, depth - 1), true)
    const node: unknown = isMap(owner) ? keysOf(owner).get(String(key)) : isSeq(owner) ? owner.items[Number(key)] : undefined
    if (isNode(node) && node.range) return node.range[0]
  }
  return doc.contents?.range?.[0] ?? 0
}

/** The names of a block, found once: each of a thousand names is asked for its line. */
const keysOf = (map: YAMLMap): ReadonlyMap<string, unknown> => {
  const found = known.get(map) ?? new Map(map.items.toReversed().map(({ key }) => [keyOf(key), key]))
  known.set(map, found)
  return found
}
const known = new WeakMap<YAMLMap, ReadonlyMap<string, unknown>>()

const stringsOf = (node: unknown, path: Path, source: string, lineAt: (offset: number) => number): Text[] => {
  if (isMap(node)) return node.items.flatMap((pair) => stringsOf(pair.value, [...path, keyOf(pair.key)], source, lineAt))
  if (isSeq(node)) return node.items.flatMap((item, i) => stringsOf(item, [...path, i], source, lineAt))
  if (!isScalar(node) || !(node as Node).range) return []
  const text =
    typeof node.value === 'string' ? node.value : typeof node.value === 'number' && (node.source?.length ?? 0) > 6 ? node.source : null
  if (text === null || text === undefined) return []
  const start = node.range?.[0] ?? 0
  const raw = source.slice(start, node.range?.[1])
  if (!raw.trimEnd().includes('\n')) return [{ path, text, line: lineAt(start), lineAt: () => lineAt(start) }]
  // A block's text begins on the line after its header.
  const from = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? raw.indexOf('\n') + 1 : 0
  let places: readonly number[] | undefined
  const placeOf = (index: number): number => {
    places ??= follow(raw, from, text)
    return places[Math.min(index, places.length - 1)] ?? from
  }
  return [{ path, text, line: lineAt(start + from), lineAt: (index) => lineAt(start + placeOf(index)) }]
}

/** Where in `raw` each letter of the value stands: both hold the same letters in the same order, but for white space and escapes. */
const follow = (raw: string, from: number, text: string): number[] => {
  const places: number[] = []
  const lacking = new Set<string>()
  let at = from
  let last = from
  for (const letter of text) {
    const next = letter.trim() && !lacking.has(letter) ? raw.indexOf(letter, at) : -1
    if (next >= 0) {
      last = next
      at = next + letter.length
    } else if (letter.trim()) lacking.add(letter)
    for (let unit = 0; unit < letter.length; unit += 1) places.push(last)
  }
  return places
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key))
