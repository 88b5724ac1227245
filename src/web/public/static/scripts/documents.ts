import type { Locale } from '../../../context/types.ts'
import type { SearchDocument } from '../../search/document.ts'
import { searchDocuments } from '../../search/documents.ts'

/** What Search leads to on a site of files: not to pages that are of no use where no program answers. */
export const documentsOfFiles = ({ pack, site }: Locale): SearchDocument[] => {
  const served = new Set(site.pages.flatMap(({ path, needsServer }) => (needsServer ? [path] : [])))
  return searchDocuments(pack).filter(({ href }) => !served.has(href))
}
