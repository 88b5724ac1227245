import { sql } from 'kysely'
import { command, ofPartnership } from '../command.ts'
import { instantOf } from '../instant.ts'
import type { Health } from '../parts.ts'

/** A job that is not done yet, or has failed: which kind, since when, why, and never what it is about. */
export type OpenJob = {
  id: string
  queue: string
  /** Which mail. */
  mail: string | null
  failed: boolean
  /** A code, once it has been tried. */
  why: string | null
  made: Temporal.Instant
  /** When it is tried next. */
  next: Temporal.Instant
}

export type Jobs = {
  jobs: readonly OpenJob[]
  /** None of the last three mails went out. */
  mailDown: { since: Temporal.Instant; why: string | null } | null
  health: Health
}

type Row = { id: string; queue: string; mail: string | null; state: string; why: string | null; made: Date; next: Date }

export const readJobs = command<object, Jobs>({
  verb: 'read-jobs',
  needs: { action: 'read', object: 'job' },
  about: ofPartnership,
  run: async ({ tx, parts }) => {
    const open = await sql<Row>`select * from jobs_open()`.execute(tx)
    const down = await sql<{ since: Date; why: string | null }>`select * from mail_down()`.execute(tx)
    const [mail] = down.rows
    return {
      done: {
        jobs: open.rows.map(({ state, made, next, ...row }) => ({
          ...row,
          failed: state === 'failed',
          made: instantOf(made),
          next: instantOf(next),
        })),
        mailDown: mail ? { since: instantOf(mail.since), why: mail.why } : null,
        health: parts.health(),
      },
      entry: null,
    }
  },
})
