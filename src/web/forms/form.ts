import type { WordId } from '../../content/word-ids.ts'
import type { CacheControl } from '../http/headers.ts'
import type { FilledTemplate } from '../http/page-template.ts'
import type { FileField } from '../http/read-multipart.ts'
import type { Fields } from './fields.ts'

/** What a form is answered with: a page for one reader, made on the spot or filled into a template, or a file to save. */
export type FormAnswer =
  | {
      status: number
      page: string | FilledTemplate
      /** Seconds after which the same may be asked for again. */
      retryAfter?: number
    }
  | { file: { content: string | Uint8Array; type: string; name: string } }

/** What somebody sent. */
export type Sent<Carried> = {
  fields: Fields
  /** What the page that was sent carried along, opened and read; null where it carried nothing. */
  carried: Carried | null
  /** The file that was chosen; null where none was, or the form takes none. */
  file: Uint8Array | null
  /** Whoever sent it has gone: no answer is wanted. */
  signal: AbortSignal
}

/**
 * What travels sealed from page to page of a form, in one hidden field: nothing of it is in an address, a cookie or the server's memory.
 * `purpose` names the form and the version of what it carries: a field of another one says nothing here.
 */
export type Carries<Carried> = {
  purpose: string
  /** Reads what was sealed; a sentence that says what to do where it cannot go on from there. */
  read(opened: unknown): { carried: Carried } | { refused: WordId }
}

/** A form that is sent with a file, and may be answered with one. */
export type Upload = {
  field: FileField
  /** Forms that are taken in at one time: each holds memory for its file. More are told `busy`, and may come again after `later` seconds. */
  most: number
  busy: WordId
  later: number
  /** An answer may be in the making for so long, in ms: a connection that is silent meanwhile is no dead one. */
  patience: number
}

/** A form of the site: an address that takes what somebody sent, one step of one visitor. Every form of every page is one of these. */
export type Form<Carried = unknown> = {
  /** The address it is posted to: that of its page. */
  path: string
  /** What the browser may keep of its answers, refusals included. */
  cacheControl: CacheControl
  carries?: Carries<Carried>
  upload?: Upload
  answer(sent: Sent<Carried>): FormAnswer | Promise<FormAnswer>
}
