import type { WordId } from '../../content/word-ids.ts'
import type { CacheControl } from '../http/headers.ts'
import type { LogFields } from '../http/log.ts'
import type { FilledTemplate } from '../http/page-template.ts'
import type { SentFile, UploadLimits } from '../http/read-multipart.ts'
import type { GoOnHeaders } from '../http/respond.ts'
import type { Carrier } from './carrier.ts'
import type { Fields } from './fields.ts'

/** What a form is answered with: a page for one reader, made on the spot or filled into a template; a file to save; or a sentence that says what to do. */
export type FormAnswer =
  | {
      status: number
      page: string | FilledTemplate
      /** Seconds after which the same may be asked for again. */
      retryAfter?: number
      /** What kept it from being made: for the log alone. */
      failed?: { job: NonNullable<LogFields['job']>; err: unknown }
    }
  | { file: { content: string | Uint8Array; type: string; name: string } }
  /** Done: the browser goes on to a page of the site (303), where what was done is to be seen. */
  | { to: string; headers?: GoOnHeaders }
  | { refused: WordId }

/** What someone sent. */
export type Sent<Carried> = {
  fields: Fields
  /** What the page that was sent carried along; null where it carried nothing. */
  carried: Carried | null
  /** The files that were chosen, by their field. */
  files: ReadonlyMap<string, readonly SentFile[]>
  /** So many forms with files are in already that nothing of these files was held, only how many they are (Upload, `goesOn`). */
  crowded: boolean
  /** Whoever sent it has gone: no answer is wanted. */
  signal: AbortSignal
  /** Where it was sent to, and by whom: nothing where no server stands behind. */
  asked: Addressed
}

/** What the address and the headers of a request say to a form. `peer`: the address at the other end of the connection. */
export type Addressed = { param(name: string): string | undefined; header(name: string): string | undefined; peer?: string | undefined }

/** A form that is sent with files. */
export type Upload = UploadLimits & {
  /** Forms that are taken in and answered at one time: each holds memory for its files. More are told `busy`, and may come again after `later` seconds. */
  atOnce: number
  /**
   * Asked before a byte of the form is read: who sends it, by which their places are counted, or what they are answered in place of being read.
   * Nobody has more than `each` places, so that no one person's slow connections close it to the others.
   */
  admit?: { each: number; ask(asked: Addressed): Promise<{ by: string } | { answer: FormAnswer }> }
  /** More are taken in all the same, without their files, and the form says so itself: nobody loses what they wrote to others' files. */
  goesOn?: true
  busy: WordId
  later: number
  /** As of a form without files. */
  patience: number
}

/** A form of the site: an address that takes what someone sent, one step of one visitor. Every form of every page is one of these. */
export type Form<Carried = unknown> = {
  /** The address it is posted to: that of its page. */
  path: string
  /** What the browser may keep of its answers, refusals included. */
  cacheControl: CacheControl
  carrier?: Carrier<Carried>
  /** Bytes of a form without files that are read, where it may need more than others (http/read-form.ts). */
  largest?: number
  upload?: Upload
  /** An answer may be in the making for so long, in ms: a connection that is silent meanwhile is no dead one. Else as long as the server's own. */
  patience?: number
  answer(sent: Sent<Carried>): FormAnswer | Promise<FormAnswer>
}
