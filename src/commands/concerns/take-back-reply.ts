import { sql } from 'kysely'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { reopen } from './reopen-concern.ts'

type Taken = { reopened: boolean }

/**
 * Takes a held reply back: its reporter never reads it, and what was promised before is promised again. If a concern was closed with it, the
 * concern is open again: without the words it could not have been closed.
 */
export const takeBackReply = command<{ concern: string; reply: string }, Taken, 'gone-out' | 'taken-back'>({
  verb: 'take-back-reply',
  needs: { action: 'change', object: 'concern-reply' },
  about: aboutConcern,
  run: async (work, { concern, reply }) => {
    const { tx, now } = work
    const taken = await tx
      .updateTable('concern_reply')
      .set({ taken_back_at: at(now) })
      .where('id', '=', reply)
      .where('concern_id', '=', concern)
      .where('taken_back_at', 'is', null)
      // By both clocks: the database's is the one by which the reporter is shown it.
      .where('goes_at', '>', sql<Date>`greatest(now(), ${at(now)}::timestamptz)`)
      .returning(['answer_by', 'answer_was', 'closes'])
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
    const reopened = taken.closes ? await reopen(work, concern) : []
    await tx
      .updateTable('concern')
      .set({ answer_by: taken.answer_was, version: sql`version + 1` })
      .where('id', '=', concern)
      .where(sql<boolean>`answer_by is not distinct from ${taken.answer_by}::timestamptz`)
      .execute()
    const entry = reopened.length ? reopened : { object: 'concern' as const, id: concern }
    return { done: { reopened: reopened.length > 0 }, entry }
  },
})
