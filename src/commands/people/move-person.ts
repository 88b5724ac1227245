import { sql } from 'kysely'
import { isOfPartner, type Role } from '../../domain/access/roles.ts'
import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { isPartner, isThere } from './holders.ts'

/**
 * Someone goes to another partner. What they were at the old one ends and stays in the record; `roles`: what they are at the new one. What
 * they are for the whole partnership goes with them.
 */
export const movePerson = command<
  { person: string; partner: string; roles: readonly Role[] },
  null,
  'no-partner' | 'no-role' | 'same-partner' | 'needs-coordinator' | 'ended-already'
>({
  verb: 'move-person',
  needs: { action: 'change', object: 'person' },
  about: aboutPerson,
  run: async ({ tx, viewer }, { person, partner, roles }) => {
    if (!(await isThere(tx, person))) return { fault: 'ended-already' }
    if (!(await isPartner(tx, partner))) return { fault: 'no-partner' }
    const { rows } = await sql<{ ended: number | null }>`select move_person(${person}::uuid, ${partner}) as ended`.execute(tx)
    if (rows[0]?.ended == null) return { fault: 'same-partner' }
    const given = [...new Set(roles)].filter(isOfPartner)
    if (given.length)
      await tx
        .insertInto('role_grant')
        .values(given.map((role) => ({ person_id: person, partner_id: partner, role, granted_by: viewer.person })))
        .execute()
    const held = await tx.selectFrom('role_grant').select('id').where('person_id', '=', person).where('ended_at', 'is', null).execute()
    if (!held.length) return { fault: 'no-role' }
    return { done: null, entry: { object: 'person', id: person, owner: person } }
  },
  conflicts: { WM012: 'needs-coordinator' },
})
