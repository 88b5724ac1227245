import { command } from '../../command.ts'
import { instantOf } from '../../instant.ts'
import { aboutEvent } from '../about-event.ts'
import { openedPhoto } from './photo-box.ts'

/** That there is a photo: nothing of what it shows. */
export type PhotoLine = { id: string; at: Temporal.Instant }

/** Which photos of its sheet an event has, the oldest first. None is opened, so there is no entry of a read. */
export const readPhotos = command<{ event: string }, readonly PhotoLine[]>({
  verb: 'read-sheet-photos',
  needs: { action: 'read', object: 'sheet-photo' },
  about: aboutEvent,
  run: async ({ tx }, { event }) => {
    const rows = await tx.selectFrom('sheet_photo').select(['id', 'at']).where('event_id', '=', event).orderBy('at').orderBy('id').execute()
    return { done: rows.map(({ id, at }) => ({ id, at: instantOf(at) })), entry: null }
  },
})

/** Opens one: an entry in the audit each time. */
export const openPhoto = command<{ event: string; photo: string }, { jpeg: Buffer }, 'gone' | 'unreadable'>({
  verb: 'read-sheet-photo',
  needs: { action: 'read', object: 'sheet-photo' },
  about: aboutEvent,
  run: async ({ tx, parts }, { event, photo }) => {
    const row = await tx.selectFrom('sheet_photo').select('sealed').where('id', '=', photo).where('event_id', '=', event).executeTakeFirst()
    if (!row) return { fault: 'gone' }
    const jpeg = openedPhoto(parts, photo, row.sealed)
    return jpeg ? { done: { jpeg }, entry: { object: 'training-event', id: event } } : { fault: 'unreadable' }
  },
})
