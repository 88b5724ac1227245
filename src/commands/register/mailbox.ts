import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'

/** Has another name on the list of this event this email? Two people of one mailbox are two; one of them gets a certificate there. */
export const isMailboxOfAnother = async (tx: Tx, which: { event: string; but: string | null; key: Buffer }): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`
    select mailbox_on_list(${which.event}::uuid, ${which.but}::uuid, ${which.key}::bytea) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}
