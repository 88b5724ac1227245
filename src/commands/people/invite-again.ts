import { sql } from 'kysely'
import type { Role } from '../../domain/access/roles.ts'
import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { isPartner } from './holders.ts'
import { invite } from './invitation.ts'

/** Someone who left comes back: as the same person, with the roles that they will have now, and by a new invitation. */
export const inviteAgain = command<
  { person: string; roles: readonly Role[] },
  { invitation: string },
  'no-partner' | 'no-role' | 'here-already'
>({
  verb: 'invite-again',
  needs: { action: 'change', object: 'person' },
  about: aboutPerson,
  run: async (work, { person, roles }) => {
    const { tx, viewer } = work
    if (!roles.length) return { fault: 'no-role' }
    const { partner_id } = await tx.selectFrom('person').select('partner_id').where('id', '=', person).executeTakeFirstOrThrow()
    if (!(await isPartner(tx, partner_id))) return { fault: 'no-partner' }
    const back = await tx
      .updateTable('person')
      .set({ state: 'invited', ended_at: null, leaves_on: null, version: sql`version + 1` })
      .where('id', '=', person)
      .where('state', '=', 'ended')
      .executeTakeFirst()
    if (!back.numUpdatedRows) return { fault: 'here-already' }
    await tx
      .insertInto('role_grant')
      .values([...new Set(roles)].map((role) => ({ person_id: person, partner_id, role, granted_by: viewer.person })))
      .execute()
    const invitation = await invite(work, { person, partner: partner_id })
    return { done: { invitation }, entry: { object: 'person', id: person, owner: person } }
  },
})
