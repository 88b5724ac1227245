import { command } from '../command.ts'
import { oneAtATime } from './rota.ts'

export const removeLeave = command<{ leave: string }, null>({
  verb: 'remove-leave',
  needs: { action: 'remove', object: 'leave' },
  about: async ({ tx, viewer }, { leave }) => {
    const row = await tx.selectFrom('leave').select('person_id').where('id', '=', leave).executeTakeFirst()
    return row ? { own: row.person_id === viewer.person } : null
  },
  run: async ({ tx }, { leave }) => {
    await oneAtATime(tx)
    const gone = await tx.deleteFrom('leave').where('id', '=', leave).returning('person_id').executeTakeFirstOrThrow()
    return { done: null, entry: { object: 'leave', id: leave, owner: gone.person_id } }
  },
})
