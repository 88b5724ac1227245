import { sql } from 'kysely'
import { command, ofPartnership } from '../command.ts'

/** The names of those who are both coordinator and administrator: one person may be, and all members are told. */
export const readBothRoles = command<null, readonly string[]>({
  verb: 'read-both-roles',
  needs: { action: 'read', object: 'role' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const { rows } = await sql<{ name: string }>`
      select profile.name from profile join person on person.id = profile.person_id
      where person.state <> 'ended' and (
        select count(*) from role_grant where person_id = person.id and ended_at is null and role in ('coordinator', 'administrator')) = 2
      order by lower(profile.name), person.id`.execute(tx)
    return { done: rows.map(({ name }) => name), entry: null }
  },
})
