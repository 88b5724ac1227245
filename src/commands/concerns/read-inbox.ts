import { sql } from 'kysely'
import type { ConcernState } from '../../domain/concerns/concern.ts'
import { command, ofMyself } from '../command.ts'
import { instantOf } from '../instant.ts'
import { keyStanding } from '../keys/key-standing.ts'

/** A concern as a list shows it: no word of it. */
export type Listed = {
  id: string
  number: number
  town: string | null
  sector: string | null
  danger: boolean
  child: boolean
  state: ConcernState
  received: Temporal.Instant
  /** Null: nothing is promised. */
  due: Temporal.Instant | null
  owner: { id: string; name: string | null }
}

type Row = Omit<Listed, 'received' | 'due' | 'owner'> & { received: Date; due: Date | null; owner_id: string; owner: string | null }

/** The concerns that wait, by danger and child, then by what is due first. To have looked keeps the form open, where the key is open. */
export const readInbox = command({
  verb: 'read-inbox',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx, parts, now }, _: null) => {
    if (parts.keys.opened(now)) {
      const { holders, receiving } = await keyStanding(tx, parts)
      await sql`select inbox_opened(${holders === 'enough' && receiving === 'same'})`.execute(tx)
    }
    const { rows } = await sql<Row>`
      select c.id, c.number, c.town, c.sector, c.danger, c.child or c.young as child, c.state, c.received_at as received,
        nullif(m.due, 'infinity') as due, c.owner_id, p.name as owner
      from (
        select distinct on (l.rank, l.due, l.concern_id) l.* from unnest((select my_audiences())) audience
          cross join lateral (select * from listing where listing.audience = audience.audience and open order by rank, due, concern_id limit 26) l
        order by l.rank, l.due, l.concern_id limit 26
      ) m join concern c on c.id = m.concern_id left join profile p on p.person_id = c.owner_id
      order by m.rank, m.due, m.concern_id`.execute(tx)
    const done = rows.map(
      ({ received, due, owner_id, owner, ...row }): Listed => ({
        ...row,
        received: instantOf(received),
        due: due && instantOf(due),
        owner: { id: owner_id, name: owner },
      }),
    )
    return { done, entry: null }
  },
})
