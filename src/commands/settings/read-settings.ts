import { sql } from 'kysely'
import type { Role } from '../../domain/access/roles.ts'
import { type ReceivingNeed, receivingNeeds } from '../../domain/data-protection/receiving-needs.ts'
import { migrations } from '../../store/migrations/migrations.ts'
import { command, ofPartnership } from '../command.ts'
import { at } from '../instant.ts'
import { keyStanding } from '../keys/key-standing.ts'

export type Settings = {
  /** What is missing before anything about a person is received. */
  needs: readonly ReceivingNeed[]
  database: { bytes: number; migration: string }
  /** The last entry of the audit from before today; null: there was none. Not that of now, which would tell each moment when a report comes in. */
  head: { seq: number; hash: string } | null
  /** Whoever looks after the whole partnership, with all their roles. */
  people: readonly { id: string; name: string; partner: string; roles: readonly Role[] }[]
}

/** What the page of settings says of the store. Nothing of it is secret. */
export const readSettings = command<{ today: Temporal.PlainDate }, Settings>({
  verb: 'read-settings',
  needs: { action: 'read', object: 'settings' },
  about: ofPartnership,
  run: async ({ tx, parts, now }, { today }) => {
    const midnight = now.toZonedDateTimeISO(parts.pack.partnership.timezone).startOfDay().toInstant()
    const size = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(tx)
    const heads = await sql<{ seq: string; hash: string }>`select seq, hash from audit_head_before(${at(midnight)})`.execute(tx)
    const people = await sql<{ id: string; name: string; partner: string; roles: Role[] }>`
      select p.id, profile.name, partner.name as partner, array_agg(g.role order by g.role) as roles
      from role_grant g join person p on p.id = g.person_id join profile on profile.person_id = p.id
        join partner on partner.id = p.partner_id
      where g.ended_at is null and p.state = 'active'
      group by p.id, profile.name, partner.name
      having bool_or(g.role in ('coordinator', 'administrator', 'analyst')) order by lower(profile.name), p.id`.execute(tx)
    const [head] = heads.rows
    return {
      done: {
        needs: receivingNeeds(parts.pack.partnership.data_protection, await keyStanding(tx, parts), today),
        database: { bytes: Number(size.rows[0]?.bytes ?? 0), migration: Object.keys(await migrations.getMigrations()).at(-1) ?? '' },
        head: head ? { seq: Number(head.seq), hash: head.hash } : null,
        people: people.rows,
      },
      entry: null,
    }
  },
})
