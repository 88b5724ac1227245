import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutEvent } from './about-event.ts'

/** Somebody was confirmed by mistake: they are not counted any more, and stand struck out on the list. */
export const uncountEntry = command<{ event: string; entry: string }, { entry: string }, 'none' | 'certificate'>({
  verb: 'uncount-entry',
  needs: { action: 'change', object: 'event-entry' },
  about: aboutEvent,
  run: async ({ tx }, { event, entry }) => {
    const there = await tx.selectFrom('event_entry').select('id').where('id', '=', entry).where('event_id', '=', event).executeTakeFirst()
    if (!there) return { fault: 'none' }
    const { rows } = await sql<{ came: 'done' | 'unknown' | 'certificate' }>`select uncount_entry(${entry}::uuid) as came`.execute(tx)
    if (rows[0]?.came === 'certificate') return { fault: 'certificate' }
    return rows[0]?.came === 'done' ? { done: { entry }, entry: { object: 'training-event', id: event } } : { fault: 'none' }
  },
})
