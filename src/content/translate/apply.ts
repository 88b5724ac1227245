import { type Document, isMap, isSeq, type Pair, parseDocument, Scalar, type YAMLMap, YAMLSeq } from 'yaml'
import type { Change } from './judge.ts'

/** Who has read the texts, and when (`2027-01-31`). */
export type Reader = { by: string; date: string }

/** The text of a file of translations with the changes in it. Its order, its comments and what is not changed stay as they are. */
export const applyChanges = (text: string | null, changes: readonly Change[], reader: Reader, language: string): string => {
  const doc = parseDocument(text ?? emptyFile(language, reader.date))
  const list = doc.get('strings')
  const strings = isSeq(list) ? list : new YAMLSeq()
  if (strings !== list) doc.set('strings', strings)
  for (const change of changes) {
    const known = strings.items.find((item) => isMap(item) && item.get('id') === change.text.id)
    const row = isMap(known) ? known : doc.createNode({ id: change.text.id })
    if (row !== known) strings.add(row)
    write(doc, row as YAMLMap, change, reader)
  }
  return doc.toString({ lineWidth: 0, indentSeq: false, flowCollectionPadding: false })
}

const write = (doc: Document, row: YAMLMap, { text, words, reviewed }: Change, { by, date }: Reader): void => {
  row.set('text', quoted(words))
  row.set('of', quoted(text.of))
  if (!reviewed) {
    row.delete('reviewed')
    return
  }
  const note = doc.createNode({}, { flow: true }) as unknown as YAMLMap<Scalar, Scalar>
  note.items = [pair(doc, 'by', quoted(by)), pair(doc, 'date', new Scalar(date)), pair(doc, 'of', quoted(text.of))]
  row.set('reviewed', note)
}

const pair = (doc: Document, key: string, value: Scalar): Pair<Scalar, Scalar> =>
  doc.createPair(key, value) as unknown as Pair<Scalar, Scalar>

const quoted = (words: string): Scalar => Object.assign(new Scalar(words), { type: Scalar.QUOTE_DOUBLE })

const emptyFile = (language: string, date: string): string =>
  `# Texts in ${language}. How they are reviewed: docs/guide/translations.md\nversion: 1\ncompiled: ${date}\nstrings:\n`
