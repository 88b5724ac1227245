import type { Page } from '../domain/page.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { pages } from './lists/values.ts'
import { schemaFindings } from './schema-findings.ts'
import { expand, expandSource, type Refs } from './text-references.ts'

/** The Markdown pages of a pack, with their references filled in. */
export const readPages = (files: PackFiles, refs: Refs, findings: Finding[]): Map<string, Page> =>
  new Map(
    files.markdown('pages').flatMap(({ source }) => {
      const head = expandSource(source.head, refs)
      const result = pages.schema.safeParse(head.data ?? {})
      if (!result.success) {
        findings.push(...schemaFindings(result.error.issues, head.data ?? {}, { ...head, file: source.file }, (path) => head.line(path)))
        return []
      }
      return [[source.id, { ...result.data, id: source.id, body: expand(source.body, refs) }] as const]
    }),
  )
