import { type Collection, placeOf } from '../collection.ts'
import { plainMessage } from '../icu.ts'
import { readBlocks } from '../markdown-blocks.ts'
import type { Path, Text, YamlSource } from '../yaml-source.ts'
import type { Prose } from './prose.ts'

/* Texts of a pack with the places where they stand. */

/** The text at `path` of a row, from the last layer that gives it. Empty where the row has none. */
export const textOf = (list: Collection<{ id: string }>, id: string, path: Path): Prose[] => {
  const origins = list.origins(id)
  const { file } = placeOf(origins, path)
  const origin = origins.toReversed().find((o) => o.source.file === file)
  const found = origin && textsOf(origin.source).get([...origin.path, ...path].join('\n'))
  return found ? [{ ...found, file }] : []
}

const indexes = new WeakMap<readonly Text[], ReadonlyMap<string, Text>>()
const textsOf = (source: YamlSource): ReadonlyMap<string, Text> => {
  const all = source.strings()
  const index = indexes.get(all) ?? new Map(all.map((t) => [t.path.join('\n'), t]))
  indexes.set(all, index)
  return index
}

/** Paragraphs and list items of Markdown texts, and the glossary ids that they link. */
export const markdownProse = (texts: readonly Prose[]): { prose: Prose[]; links: string[] } => {
  const read = texts.map(({ text, file, lineAt }) => ({ ...readBlocks(text), file, first: lineAt(0) }))
  return {
    prose: read.flatMap(({ blocks, file, first }) =>
      blocks.filter((b) => b.kind === 'prose').map((b): Prose => ({ text: b.text, file, lineAt: (index) => first + b.lineAt(index) })),
    ),
    links: [...new Set(read.flatMap(({ links }) => links.flatMap(({ href }) => (href.startsWith('term:') ? [href.slice(5)] : []))))],
  }
}

/** Interface words of a group that are sentences; a local layer's stand for the national ones. */
export const wordsOf = (sources: readonly YamlSource[]) => {
  const all = new Map<string, Prose>()
  for (const source of sources)
    for (const { path, text, lineAt } of source.strings()) {
      const plain = path[0] === 'words' ? plainMessage(text) : ''
      if (/[.?!]["”’)]?$/.test(plain.trim())) all.set(path.slice(1).join('.'), { text: plain, file: source.file, lineAt: () => lineAt(0) })
    }
  return (group: string): Prose[] => [...all].filter(([id]) => id.startsWith(`${group}.`)).map(([, prose]) => prose)
}
