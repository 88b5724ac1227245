import type { Facts } from '../../domain/access/table.ts'
import { command, type Work } from '../command.ts'
import { at } from '../instant.ts'

/** From now on nothing is taken in with it. What came before stays. */
export const endLearningKey = command<{ id: string }, null, 'ended'>({
  verb: 'end-learning-key',
  needs: { action: 'change', object: 'learning-key' },
  about: async ({ tx }: Work, { id }): Promise<Facts | null> => {
    const row = await tx.selectFrom('learning_key').select('partner_id').where('id', '=', id).executeTakeFirst()
    return row ? { partner: row.partner_id } : null
  },
  run: async ({ tx, now }, { id }) => {
    const ended = await tx
      .updateTable('learning_key')
      .set({ ended_at: at(now) })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return ended.numUpdatedRows ? { done: null, entry: { object: 'learning-key', id } } : { fault: 'ended' }
  },
})
