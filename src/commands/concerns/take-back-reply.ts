import { sql } from 'kysely'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'

/** Takes a held reply back: its reporter never reads it, and what was promised before is promised again. */
export const takeBackReply = command<{ concern: string; reply: string }, null, 'gone-out' | 'taken-back'>({
  verb: 'take-back-reply',
  needs: { action: 'change', object: 'concern-reply' },
  about: aboutConcern,
  run: async ({ tx, now }, { concern, reply }) => {
    const taken = await tx
      .updateTable('concern_reply')
      .set({ taken_back_at: at(now) })
      .where('id', '=', reply)
      .where('concern_id', '=', concern)
      .where('taken_back_at', 'is', null)
      // By both clocks: the database's is the one by which the reporter is shown it.
      .where('goes_at', '>', sql<Date>`greatest(now(), ${at(now)}::timestamptz)`)
      .returning(['answer_by', 'answer_was'])
      .executeTakeFirst()
    if (!taken) {
      const there = await tx
        .selectFrom('concern_reply')
        .select('taken_back_at')
        .where('id', '=', reply)
        .where('concern_id', '=', concern)
        .executeTakeFirst()
      return { fault: there?.taken_back_at ? 'taken-back' : 'gone-out' }
    }
    await tx
      .updateTable('concern')
      .set({ answer_by: taken.answer_was, version: sql`version + 1` })
      .where('id', '=', concern)
      .where(sql<boolean>`answer_by is not distinct from ${taken.answer_by}::timestamptz`)
      .execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
