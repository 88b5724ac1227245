import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { writeHead } from '../../domain/audit/chain.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome, Queue } from '../queue.ts'

type Where = {
  db: Db
  queue: Pick<Queue, 'sendMail'>
  data: string
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
  ({ db, queue, data, now, mailed, tell }: Where) =>
  async (): Promise<Outcome> => {
    const { rows } = await sql<{ seq: string; hash: string }>`select * from audit_head()`.execute(db)
    const [row] = rows
    if (!row) return { code: 'nothing-to-say' }
    const head = writeHead({ seq: Number(row.seq), hash: row.hash })
    tell(`The audit ends with ${head}`)
    appendLine(join(data, 'audit-heads'), `${now().round('second')} ${head}\n`)
    if (mailed) await queue.sendMail('audit-head', nothing)
    return { code: 'done' }
  }

/** Added at the end, and on the disk when this returns. */
const appendLine = (file: string, line: string): void => {
  const open = openSync(file, 'a', 0o600)
  try {
    writeSync(open, line)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
