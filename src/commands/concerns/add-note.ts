import { randomUUID } from 'node:crypto'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/** Writes a note inside, which no reporter ever sees. */
export const addNote = command<{ concern: string; text: string }, null, SealedFault>({
  verb: 'add-note',
  needs: { action: 'add', object: 'concern-note' },
  about: aboutConcern,
  run: async (work, { concern, text }) => {
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const id = randomUUID()
    await work.tx
      .insertInto('concern_note')
      .values({ id, concern_id: concern, sealed: key.seal('note', id, text) })
      .execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
