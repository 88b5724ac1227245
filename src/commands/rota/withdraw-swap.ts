import { command } from '../command.ts'
import { oneAtATime } from './rota.ts'

/** Whoever asked for a swap takes the question back. */
export const withdrawSwap = command<{ swap: string }, null, 'answered'>({
  verb: 'withdraw-swap',
  needs: { action: 'change', object: 'swap' },
  about: async ({ tx, viewer }, { swap }) => {
    const row = await tx.selectFrom('swap').select('from_person').where('id', '=', swap).executeTakeFirst()
    return row ? { own: row.from_person === viewer.person } : null
  },
  run: async ({ tx, viewer }, { swap }) => {
    await oneAtATime(tx)
    const withdrawn = await tx
      .updateTable('swap')
      .set({ state: 'withdrawn' })
      .where('id', '=', swap)
      .where('state', '=', 'asked')
      .executeTakeFirst()
    if (!withdrawn.numUpdatedRows) return { fault: 'answered' }
    return { done: null, entry: { object: 'swap', id: swap, owner: viewer.person } }
  },
})
