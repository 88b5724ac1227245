import { command } from '../../command.ts'
import { aboutEvent } from '../about-event.ts'

/** Takes one away before its time. The paper is still there, or was destroyed by whoever had it. */
export const removePhoto = command<{ event: string; photo: string }, null, 'gone'>({
  verb: 'remove-sheet-photo',
  needs: { action: 'remove', object: 'sheet-photo' },
  about: aboutEvent,
  run: async ({ tx }, { event, photo }) => {
    const done = await tx.deleteFrom('sheet_photo').where('id', '=', photo).where('event_id', '=', event).executeTakeFirst()
    return done.numDeletedRows ? { done: null, entry: { object: 'training-event', id: event } } : { fault: 'gone' }
  },
})
