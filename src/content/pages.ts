import type { Page } from '../domain/page.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { pages as pageFile } from './lists/values.ts'
import { madeOnce } from './made-once.ts'
import type { MarkdownSource } from './markdown-source.ts'
import { schemaFindings } from './schema-findings.ts'
import { expand, expandSource, type Refs } from './text-references.ts'

/** The Markdown pages of a pack, with their references filled in. */
export const readPages = (files: PackFiles, refs: Refs, findings: Finding[]): ReadonlyMap<string, Page> => {
  const sources = files.markdown('pages').map(({ source }) => source)
  const { pages, faults } = read([refs, ...sources], '', () => {
    const faults: Finding[] = []
    return { pages: new Map(sources.flatMap((source) => readPage(source, refs, faults))), faults }
  })
  findings.push(...faults)
  return pages
}
const read = madeOnce<{ pages: ReadonlyMap<string, Page>; faults: readonly Finding[] }>()

const readPage = (source: MarkdownSource, refs: Refs, findings: Finding[]): [string, Page][] => {
  const head = expandSource(source.head, refs)
  const result = pageFile.schema.safeParse(head.data ?? {})
  if (result.success) return [[source.id, { ...result.data, id: source.id, body: expand(source.body, refs) }]]
  findings.push(...schemaFindings(result.error.issues, head.data ?? {}, { ...head, file: source.file }, (path) => head.line(path)))
  return []
}
