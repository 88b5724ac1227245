import { sql } from 'kysely'
import { command, ofMyself } from '../../command.ts'

export type HeadCount = { partner: string; people: number; on: Temporal.PlainDate }

/** The newest of each partner that whoever asks may see. */
export const readHeadCounts = command<null, ReadonlyMap<string, HeadCount>>({
  verb: 'read-head-counts',
  needs: { action: 'read', object: 'head-count' },
  about: ofMyself,
  run: async ({ tx }) => {
    const { rows } = await sql<{ partner_id: string; people: number; on_date: string }>`
      select p.id as partner_id, h.people, h.on_date from partner p
        cross join lateral (select people, on_date from head_count where partner_id = p.id order by on_date desc, made_at desc limit 1) h`.execute(
      tx,
    )
    return {
      done: new Map(
        rows.map((row) => [row.partner_id, { partner: row.partner_id, people: row.people, on: Temporal.PlainDate.from(row.on_date) }]),
      ),
      entry: null,
    }
  },
})

/** Partners that are there, by name. */
export const readPartnerNames = command<null, ReadonlyMap<string, string>>({
  verb: 'read-partner-names',
  needs: { action: 'read', object: 'partner' },
  about: ofMyself,
  run: async ({ tx }) => {
    const rows = await tx.selectFrom('partner').select(['id', 'name']).where('ended_at', 'is', null).orderBy('name').execute()
    return { done: new Map(rows.map(({ id, name }) => [id, name])), entry: null }
  },
})
