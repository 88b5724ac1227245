import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { Outcome } from '../queue.ts'

/** Takes away what is of no use any more (what and after how long: store/migrations/0007-jobs.ts). */
export const removeOld =
  (db: Db, { now, timezone }: { now(): Temporal.Instant; timezone: string }) =>
  async (): Promise<Outcome> => {
    const today = now().toZonedDateTimeISO(timezone).toPlainDate().toString()
    await sql`select * from remove_old(${today})`.execute(db)
    await sql`select remove_drafts()`.execute(db)
    return { code: 'done' }
  }
