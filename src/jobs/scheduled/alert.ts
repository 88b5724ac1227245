import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'
import type { Queue } from '../queue.ts'

/** How each kind of alert is written; the queue's id is the alert's, so it is queued once by however many processes. */
const mails: Readonly<Record<string, string>> = {
  urgent: 'concern-waits',
  given: 'concern-given',
  unclaimed: 'concern-waits',
  offered: 'concern-offered',
  answered: 'concern-answered',
}

/** Queues a mail for whoever must be told that something waits. `mails` false: none can go out, and the home page alone says it. */
export const alertPeople =
  (db: Db, { sendMail }: Pick<Queue, 'sendMail'>, can: boolean) =>
  async (): Promise<{ code: string }> => {
    const { rows } = await sql<{ id: string; kind: string }>`select id, kind from alerts_due()`.execute(db)
    for (const { id, kind } of can ? rows : []) await sendMail(mails[kind] ?? 'concern-waits', id, id)
    if (rows.length) await sql`select alerts_queued(${rows.map(({ id }) => id)}::uuid[])`.execute(db)
    return { code: 'done' }
  }
