import { sql } from 'kysely'
import { command, ofMyself } from '../../command.ts'

/** Has the figures counted anew within a minute. `soon`: somebody has asked within the last minute already. */
export const countAgain = command<null, null, 'soon'>({
  verb: 'count-again',
  // The figures themselves are the job's to write: whoever may enter what they are held against may ask for them.
  needs: { action: 'add', object: 'head-count' },
  about: ofMyself,
  run: async ({ tx }) => {
    const { rows } = await sql<{ asked: boolean }>`select ask_count() as asked`.execute(tx)
    return rows[0]?.asked ? { done: null, entry: { object: 'register-count', id: 'asked' } } : { fault: 'soon' }
  },
})
