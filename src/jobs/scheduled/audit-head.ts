import { sql } from 'kysely'
import { writeHead } from '../../domain/audit/chain.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome, Queue } from '../queue.ts'

type Where = {
  db: Db
  queue: Pick<Queue, 'sendMail'>
  /** Adds a line to a file that is only added to; it is on the disk when this returns. */
  append(line: string): void
  now(): Temporal.Instant
  /** Is it mailed to somebody? */
  mailed: boolean
  tell(sentence: string): void
}

/** Every mail names what it is about: this one, nothing. */
const nothing = '00000000-0000-0000-0000-000000000000'

/**
 * Writes the head of the audit where the database's owner cannot change it as easily: the log, a file beside the database, a mail to
 * somebody elsewhere. `waymark audit verify` takes any of them.
 */
export const publishHead =
  ({ db, queue, append, now, mailed, tell }: Where) =>
  async (): Promise<Outcome> => {
    const { rows } = await sql<{ seq: string; hash: string }>`select * from audit_head()`.execute(db)
    const [row] = rows
    if (!row) return { code: 'nothing-to-say' }
    const head = writeHead({ seq: Number(row.seq), hash: row.hash })
    tell(`The audit ends with ${head}`)
    append(`${now().round('second')} ${head}\n`)
    if (mailed) await queue.sendMail('audit-head', nothing)
    return { code: 'done' }
  }
