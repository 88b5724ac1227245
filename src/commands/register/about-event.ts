import type { Facts } from '../../domain/access/table.ts'
import type { Work } from '../command.ts'

/** What an event is to whoever asks; null: there is none, or they may not know of it. */
export const aboutEvent = async ({ tx, viewer }: Work, { event }: { event: string }): Promise<Facts | null> => {
  const row = await tx.selectFrom('training_event').select(['trainer_id', 'partner_id']).where('id', '=', event).executeTakeFirst()
  return row ? { own: row.trainer_id === viewer.person, partner: row.partner_id } : null
}
