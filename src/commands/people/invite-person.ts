import type { Role } from '../../domain/access/roles.ts'
import { command } from '../command.ts'
import { isPartner } from './holders.ts'
import { invite } from './invitation.ts'

/** Invites someone of a partner, with the roles that they will have. The link goes out by mail, which is sent once this is kept. */
export const invitePerson = command<
  { name: string; email: string; partner: string; roles: readonly Role[] },
  { person: string; invitation: string },
  'email-taken' | 'no-partner' | 'no-role'
>({
  verb: 'invite-person',
  needs: { action: 'add', object: 'person' },
  about: async (_, { partner }) => ({ partner }),
  conflicts: { profile_email: 'email-taken' },
  run: async (work, { name, email, partner, roles }) => {
    const { tx, viewer } = work
    if (!roles.length) return { fault: 'no-role' }
    if (!(await isPartner(tx, partner))) return { fault: 'no-partner' }
    const person = await tx.insertInto('person').values({ partner_id: partner }).returning('id').executeTakeFirstOrThrow()
    await tx.insertInto('profile').values({ person_id: person.id, partner_id: partner, name, email, phone: null }).execute()
    await tx
      .insertInto('role_grant')
      .values([...new Set(roles)].map((role) => ({ person_id: person.id, partner_id: partner, role, granted_by: viewer.person })))
      .execute()
    const invitation = await invite(work, { person: person.id, partner })
    return { done: { person: person.id, invitation }, entry: { object: 'person', id: person.id, owner: person.id } }
  },
})
