import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'

/** Whoever changes a list waits for whoever does at this moment: the public's functions lock its event first too. */
export const lockEvent = async (tx: Tx, event: string): Promise<void> => {
  await sql`select id from training_event where id = ${event}::uuid for update`.execute(tx)
}
