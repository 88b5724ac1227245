import type { Role } from '../../domain/access/roles.ts'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutPerson } from './about-person.ts'
import { isLastCoordinator, isOnlyHolder } from './holders.ts'

/**
 * Ends one role of somebody who has others: without any they would be nobody here, and that is ending their access. The last coordinator is
 * refused as in end-access.ts.
 */
export const endRole = command<{ person: string; role: Role }, null, 'last-administrator' | 'needs-coordinator' | 'only-role' | 'not-held'>(
  {
    verb: 'end-role',
    needs: { action: 'change', object: 'role' },
    about: aboutPerson,
    run: async ({ tx, now }, { person, role }) => {
      if (role === 'administrator' && (await isOnlyHolder(tx, person, role))) return { fault: 'last-administrator' }
      if (role === 'coordinator' && (await isLastCoordinator(tx, person))) return { fault: 'needs-coordinator' }
      // Of two that end at once, the second waits here and finds one left.
      const held = await tx
        .selectFrom('role_grant')
        .select(['id', 'role'])
        .where('person_id', '=', person)
        .where('ended_at', 'is', null)
        .orderBy('id')
        .forUpdate()
        .execute()
      const one = held.find((grant) => grant.role === role)
      if (!one) return { fault: 'not-held' }
      if (held.length === 1) return { fault: 'only-role' }
      await tx
        .updateTable('role_grant')
        .set({ ended_at: at(now) })
        .where('id', '=', one.id)
        .execute()
      return { done: null, entry: { object: 'role', id: one.id, owner: person } }
    },
    conflicts: { WM012: 'needs-coordinator' },
  },
)
