import { sql } from 'kysely'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'

/** The professional who referred it was told what happened. */
export const recordFeedback = command<{ concern: string }, null, 'not-due'>({
  verb: 'record-feedback',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async ({ tx, now }, { concern }) => {
    const told = await tx
      .updateTable('concern')
      .set({ feedback_at: at(now), version: sql`version + 1` })
      .where('id', '=', concern)
      .where('feedback_by', 'is not', null)
      .where('feedback_at', 'is', null)
      .executeTakeFirst()
    return told.numUpdatedRows ? { done: null, entry: { object: 'concern', id: concern } } : { fault: 'not-due' }
  },
})
