import type { Role } from '../../domain/access/roles.ts'
import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { isThere } from './holders.ts'

/** Gives somebody a role, at the partner that they work for. */
export const giveRole = command<{ person: string; role: Role }, null, 'held-already' | 'needs-coordinator' | 'ended-already'>({
  verb: 'give-role',
  needs: { action: 'add', object: 'role' },
  about: aboutPerson,
  // An administrator who is no coordinator reads nothing, also where they are on call.
  conflicts: { role_grant_once: 'held-already', WM012: 'needs-coordinator' },
  run: async ({ tx, viewer }, { person, role }) => {
    if (!(await isThere(tx, person))) return { fault: 'ended-already' }
    const { partner_id } = await tx.selectFrom('person').select('partner_id').where('id', '=', person).executeTakeFirstOrThrow()
    const { id } = await tx
      .insertInto('role_grant')
      .values({ person_id: person, partner_id, role, granted_by: viewer.person })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { done: null, entry: { object: 'role', id, owner: person } }
  },
})
