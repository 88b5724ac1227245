import { sql } from 'kysely'
import { command, ofMyself } from '../command.ts'
import { type Named, namedColumns, pressingFirst } from '../concerns/pressing.ts'
import { instantOf } from '../instant.ts'

/** A concern that somebody was kept out of by the desk, which whoever asks has not opened since. */
export type NewWall = Named & { concern: string; at: Temporal.Instant }

type Row = Named & { id: string; at: Date }

/** For coordinators who can still see it: nobody makes a concern vanish for others unnoticed. */
export const readNewWalls = command<null, readonly NewWall[]>({
  verb: 'read-new-walls',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx }) => {
    const { rows } = await sql<Row>`
      select c.id, ${namedColumns}, w.at from new_walls() w join concern c on c.id = w.concern_id
        order by ${pressingFirst}, w.at limit 20`.execute(tx)
    return { done: rows.map(({ id, at, ...rest }) => ({ ...rest, concern: id, at: instantOf(at) })), entry: null }
  },
})
