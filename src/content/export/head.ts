import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { FactPlace } from '../../domain/facts/pack-fact.ts'

/** The YAML of a file: all of it, or the head of a Markdown page. `at`: where in the file it begins. */
export const yamlIn = (file: string, text: string): { at: number; yaml: string } => {
  const bom = text.startsWith('\ufeff') ? 1 : 0
  if (!file.endsWith('.md')) return { at: bom, yaml: text.slice(bom) }
  const open = /^(?:---|```ya?ml)[ \t]*\r?\n/.exec(text.slice(bom))?.[0] ?? ''
  const rest = text.slice(bom + open.length)
  const close = (open.startsWith('`') ? /^```[ \t]*(?:\r?\n|$)/m : /^---[ \t]*(?:\r?\n|$)/m).exec(rest)
  return { at: bom + open.length, yaml: rest.slice(0, close?.index ?? 0) }
}

export const parsed = (yaml: string): Document => parseDocument(yaml, { uniqueKeys: false, prettyErrors: false })

/** The names that hold a fact's values; null where the file has no such thing any more. */
export const mapOf = (doc: Document, { rows, block }: Pick<FactPlace, 'rows' | 'block'>, id: string): YAMLMap | null => {
  if (rows === null) {
    const node = block === '' ? doc.contents : doc.get(block, true)
    return isMap(node) ? node : null
  }
  const list = doc.get(rows, true)
  const row = isSeq(list) ? list.items.find((item) => isMap(item) && item.get('id') === id) : undefined
  return isMap(row) ? row : null
}
