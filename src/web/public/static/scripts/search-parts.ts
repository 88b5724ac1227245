import type { SearchGroup } from '../../search/document.ts'

/** What the page's script is given by the build: where the rest lies, and words for what comes of a search (script/search.ts). */
export type SearchParts = {
  data: string
  words: Readonly<Record<'results' | 'none' | 'noneText' | 'empty' | 'failed', string>> & { groups: Readonly<Record<SearchGroup, string>> }
}
