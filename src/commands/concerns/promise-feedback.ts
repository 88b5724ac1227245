import { sql } from 'kysely'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { feedbackDue } from './waits.ts'

/** A professional referred this, and is to hear what happened within the days that the pack names. */
export const promiseFeedback = command<{ concern: string }, null, 'promised-already'>({
  verb: 'promise-feedback',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const promised = await work.tx
      .updateTable('concern')
      .set({ feedback_by: at(feedbackDue(work)), version: sql`version + 1` })
      .where('id', '=', concern)
      .where('feedback_by', 'is', null)
      .executeTakeFirst()
    return promised.numUpdatedRows ? { done: null, entry: { object: 'concern', id: concern } } : { fault: 'promised-already' }
  },
})
