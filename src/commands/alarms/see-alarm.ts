import { command, ofPartnership } from '../command.ts'
import { at } from '../instant.ts'

/** A coordinator has looked into an alarm. Of two who say so the first stands. */
export const seeAlarm = command<{ alarm: string }, null, 'alarm-seen'>({
  verb: 'see-alarm',
  needs: { action: 'change', object: 'alarm' },
  about: ofPartnership,
  run: async ({ tx, viewer, now }, { alarm }) => {
    const seen = await tx
      .updateTable('alarm')
      .set({ seen_by: viewer.person, seen_at: at(now) })
      .where('id', '=', alarm)
      .where('seen_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    if (!seen) return { fault: 'alarm-seen' }
    return { done: null, entry: { object: 'alarm', id: alarm, owner: seen.person_id } }
  },
})
