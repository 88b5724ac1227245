import { sql } from 'kysely'
import type { Role } from '../../domain/access/roles.ts'
import { command, ofPartnership } from '../command.ts'

/** Somebody whom members may reach: who answers for a partner or for the partnership. */
export type Listed = {
  id: string
  name: string
  email: string
  phone: string | null
  partner: { id: string; name: string }
  roles: readonly Role[]
  /** Has not signed in yet. */
  invited: boolean
}

export type Directory = {
  /** By name. */
  partners: readonly { id: string; name: string }[]
  /** By name; whoever has left is not among them. */
  people: readonly Listed[]
}

/** Whom to turn to at each partner, for every member. */
export const readDirectory = command<null, Directory>({
  verb: 'read-directory',
  needs: { action: 'read', object: 'partner' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const partners = await sql<{ id: string; name: string }>`
      select id, name from partner where ended_at is null order by lower(name), id`.execute(tx)
    const { rows } = await sql<Row>`
      select person.id, profile.name, profile.email, profile.phone, person.state, partner.id as partner_id, partner.name as partner,
        (select array_agg(role order by role) from role_grant where person_id = person.id and ended_at is null) as roles
      from person join profile on profile.person_id = person.id join partner on partner.id = person.partner_id
      where person.state <> 'ended' and person.id = any((select directory())::uuid[])
      order by lower(profile.name), person.id`.execute(tx)
    return {
      done: {
        partners: partners.rows,
        people: rows.map(({ partner_id, partner, state, roles, ...person }) => ({
          ...person,
          partner: { id: partner_id, name: partner },
          roles: roles ?? [],
          invited: state === 'invited',
        })),
      },
      entry: null,
    }
  },
})

type Row = {
  id: string
  name: string
  email: string
  phone: string | null
  state: 'invited' | 'active'
  partner_id: string
  partner: string
  roles: Role[] | null
}
