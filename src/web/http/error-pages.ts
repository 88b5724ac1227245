import type { WordId } from '../../content/word-ids.ts'

/** What a server says where there is no page to give. */
export type ErrorPages = {
  /** A 4xx in a sentence that says what to do. */
  refused(sentence: WordId): string
  /** 429 and 503 of a form: too many are being sent. */
  busy(): string
  /** 404 and 500. */
  broken(id: 'not-found' | 'server-error'): string
  /** 404 and 503 of a file that is handed out. */
  file(id: 'no-file' | 'not-made'): string
}
