import { sql } from 'kysely'
import { holds } from '../../../domain/access/roles.ts'
import { command } from '../../command.ts'
import { aboutPartner } from '../answers-for.ts'

/** Somebody whom a list, a learning system or an event names at a partner, and whom the register knows at another. */
export type LearnerMove = {
  id: string
  /** As it was sent. */
  named: string
  to: string
  on: Temporal.PlainDate
  /** Who they are in the register, and where; for coordinators alone. */
  known: { person: string; name: string; at: string } | null
}

/** So many on a page. What is answered makes room for the next. */
export const moveRows = 50
/** No more are counted than these: of a SPOC's each is asked whether they may see it. */
export const countMost = 1000

type Row = { id: string; name: string; to: string; on_date: string; person: string | null; known: string | null; at: string | null }

/** `since`: the first day since which one waits. */
export type Moves = { moves: readonly LearnerMove[]; count: number; since: Temporal.PlainDate | null }

/** Those that nobody has answered, by where they are said to work; and how many there are, no further than `countMost`. */
export const readMoves = command<null, Moves>({
  verb: 'read-moves',
  needs: { action: 'read', object: 'learner-move' },
  about: (work) => aboutPartner(work, { partner: null }),
  run: async ({ tx, viewer }) => {
    // A SPOC can read no learner of another partner: row security leaves the second half out.
    const { rows } = await sql<Row>`
      select m.id, m.name, o.name as "to", m.on_date, l.id as person, l.name as known, k.name as at
        from learner_move m join organisation o on o.id = m.organisation_id 
        left join learner e on e.id = m.learner_id left join learner l on l.id = coalesce(e.joined_into, e.id) left join organisation k on k.id = l.organisation_id
        where m.state = 'open' order by o.name, m.name, m.id limit ${moveRows}`.execute(tx)
    const { rows: counted } = await sql<{ count: string; since: string | null }>`
      select count(*) as count, min(m.asked_on) as since from (select m.asked_on from learner_move m where m.state = 'open' limit ${countMost}) m`.execute(
      tx,
    )
    const since = counted[0]?.since
    return {
      done: {
        since: since ? Temporal.PlainDate.from(since) : null,
        moves: rows.map(({ id, name, to, on_date, person, known, at }) => ({
          ...{ id, named: name, to, on: Temporal.PlainDate.from(on_date) },
          known: person !== null && known !== null && at !== null && holds(viewer, 'coordinator') ? { person, name: known, at } : null,
        })),
        count: Number(counted[0]?.count),
      },
      entry: null,
    }
  },
})
