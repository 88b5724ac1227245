/** What a reader may do with a result. */
export type SearchGroup = 'languages' | 'ring' | 'signs' | 'places' | 'report' | 'support' | 'read'

/** Something that Search can lead to. Plain values only, so that a list of them can be sent to a browser. */
export type SearchDocument = {
  /** Address on this site, with the place on its page. */
  href: string
  group: SearchGroup
  title: string
  /** One line that stands under the title; may be empty. */
  summary: string
  /** What else it says; looked in, not shown. */
  body: string
  /** Other words that lead to it (search.yaml). */
  words: readonly string[]
  /** Counts for less than 1 where whole pages are the better answer. */
  weight: number
  /** The service whose state now stands beside it. */
  service?: string
  /** Tag and direction of the title's language, where that is not English. */
  language?: { tag: string; direction: 'ltr' | 'rtl' }
}

/** All that a search needs: documents, phrases that bring an address first, phrases of someone who may be in danger, words that say nothing. Serialisable. */
export type SearchData = {
  documents: readonly SearchDocument[]
  first: readonly { href: string; phrases: readonly string[] }[]
  urgent: readonly string[]
  ignore: readonly string[]
}
