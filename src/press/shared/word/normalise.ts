import { partsIn } from '../office/package.ts'
import { coreXml } from '../office/properties.ts'
import { all, append, escaped, parseXml, xmlText } from '../office/xml.ts'
import type { WordText } from './text.ts'

/**
 * Makes a document of docx 9 the same at each run: names of relationships and numbers of bookmarks and pictures that it draws by lot
 * or counts over the whole process, the hour of making. Throws where the parts do not hang together.
 */
export const normalised = (made: Buffer, text: WordText): Buffer => {
  const parts = partsIn(made)
  for (const rels of parts.paths().filter((path) => /^word\/_rels\/.*\.rels$/.test(path))) {
    const owner = rels.replace(/_rels\/([^/]+)\.rels$/, '$1')
    const document = parseXml(parts.text(rels))
    const names = new Map(all(document, 'Relationship').map((one, n) => [one.getAttribute('Id') ?? '', `rId${n + 1}`]))
    for (const one of all(document, 'Relationship')) one.setAttribute('Id', names.get(one.getAttribute('Id') ?? '') ?? '')
    parts.set(rels, xmlText(document))
    if (parts.has(owner))
      parts.set(
        owner,
        parts
          .text(owner)
          .replace(/ r:(id|embed|link)="([^"]*)"/g, (whole, kind, id) => (names.has(id) ? ` r:${kind}="${names.get(id)}"` : whole)),
      )
  }
  // Contents lead to bookmarks that are counted over all documents of the process.
  const marks: string[] = []
  const counted = parts.text('word/document.xml').replace(/\b_Toc\d+/g, (mark) => {
    if (!marks.includes(mark)) marks.push(mark)
    return `_Toc${marks.indexOf(mark) + 1}`
  })
  const body = parseXml(counted)
  const numbered = (
    elements: readonly { getAttribute(name: string): string | null; setAttribute(name: string, value: string): void }[],
    attribute: string,
  ) => {
    const numbers = new Map<string, string>()
    for (const one of elements) {
      const before = one.getAttribute(attribute) ?? ''
      if (!numbers.has(before)) numbers.set(before, String(numbers.size + 1))
      one.setAttribute(attribute, numbers.get(before) ?? '')
    }
  }
  numbered([...all(body, 'w:bookmarkStart'), ...all(body, 'w:bookmarkEnd')], 'w:id')
  all(body, 'wp:docPr').forEach((one, n) => {
    one.setAttribute('id', String(n + 1))
  })
  // The library has no words for what a table is.
  const tables = text.pieces.flatMap((piece) => (piece.as === 'table' ? [piece.alt] : []))
  all(body, 'w:tblPr').forEach((properties, n) => {
    append(properties, `<w:tblCaption w:val="${escaped(tables[n] ?? '')}"/><w:tblDescription w:val="${escaped(tables[n] ?? '')}"/>`)
  })
  parts.set('word/document.xml', xmlText(body))
  parts.set(
    'docProps/core.xml',
    coreXml({
      title: text.title,
      subject: text.lead,
      author: text.author,
      language: text.language,
      version: '',
      date: text.date,
    }),
  )
  parts.verify()
  return parts.zip()
}
