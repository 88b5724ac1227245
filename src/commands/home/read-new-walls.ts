import { sql } from 'kysely'
import { command, ofMyself } from '../command.ts'
import { instantOf } from '../instant.ts'

/** A concern that somebody was kept out of by the desk, which whoever asks has not opened since. */
export type NewWall = { concern: string; number: number; town: string | null; sector: string | null; at: Temporal.Instant }

type Row = { id: string; number: number; town: string | null; sector: string | null; at: Date }

/** For coordinators who can still see it: nobody makes a concern vanish for others unnoticed. */
export const readNewWalls = command<null, readonly NewWall[]>({
  verb: 'read-new-walls',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx }) => {
    const { rows } = await sql<Row>`
      select c.id, c.number, c.town, c.sector, w.at from new_walls() w join concern c on c.id = w.concern_id order by w.at limit 20`.execute(
      tx,
    )
    return { done: rows.map(({ id, at, ...rest }) => ({ ...rest, concern: id, at: instantOf(at) })), entry: null }
  },
})
