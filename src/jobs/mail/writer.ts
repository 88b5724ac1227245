import type { Parts } from '../../commands/parts.ts'
import type { DeskId } from '../../content/word-ids.ts'
import type { ObjectKind } from '../../domain/access/table.ts'
import type { FormatMessage } from '../../format/messages.ts'
import type { Db } from '../../store/store.ts'
import type { Letter } from './mailer.ts'

/** What letters are made from. `db`: as role `waymark_jobs`. */
export type Desk = {
  db: Db
  parts: Pick<Parts, 'keyed' | 'pack' | 'now' | 'pepper'>
  t: FormatMessage<DeskId>
  /** Where the desk is, as browsers know it. */
  origin: string
  /** Of the public site, where whoever runs it has said it. */
  site: string | undefined
  /** Who is sent the head of the audit each day. */
  headTo: string | undefined
}

/** A letter, and what the audit says of it: which object it is about, and whose. */
export type Written = { letter: Letter; object: ObjectKind; id: string; owner: string | null }

/** Makes a letter, or null where there is nothing to say any more. */
export type Writer = (desk: Desk, about: string) => Promise<Written | null>
