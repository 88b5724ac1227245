import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/**
 * Lets somebody see a concern again whom it turned out not to be about: a second coordinator, who neither put the wall up nor owns the concern,
 * with a reason that is kept as a note (`text`: whom, and why). `not-second`: whoever asks is not that person. `gone`: it is there no more.
 */
export const liftWall = command<{ concern: string; wall: string; text: string }, null, SealedFault | 'not-second' | 'gone'>({
  verb: 'lift-wall',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async (work, { concern, wall, text }) => {
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const { rows } = await sql<{ came: 'done' | 'not-second' | 'gone' }>`select lift_wall(${concern}::uuid, ${wall}::uuid) as came`.execute(
      work.tx,
    )
    const came = rows[0]?.came ?? 'gone'
    if (came !== 'done') return { fault: came }
    const id = randomUUID()
    await work.tx
      .insertInto('concern_note')
      .values({ id, concern_id: concern, sealed: key.seal('note', id, text) })
      .execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
