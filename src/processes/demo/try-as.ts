import type { Parts } from '../../commands/parts.ts'
import { enter } from '../../commands/sign-in/enter.ts'
import { beginSignIn } from '../../commands/sign-in/session.ts'
import type { Role } from '../../domain/access/roles.ts'
import { emailOf, personas } from './stage/cast.ts'

/**
 * Signs in as somebody who holds a role, without any proof of who asks. It is no command: only a process that was started as a demonstration
 * makes one, and gives it to the one page that has it.
 */
export const tryAs =
  (parts: Parts) =>
  (role: Role, device: string): Promise<{ done: string } | { fault: 'nobody' }> =>
    enter<string, 'nobody'>(parts, async (tx) => {
      const found = await tx
        .selectFrom('role_grant')
        .innerJoin('person', 'person.id', 'role_grant.person_id')
        .innerJoin('profile', 'profile.person_id', 'person.id')
        .select(['person.id', 'profile.email'])
        .where('role', '=', role)
        .where('role_grant.ended_at', 'is', null)
        .where('person.state', '=', 'active')
        .orderBy('profile.email')
        .execute()
      const usual = emailOf({ name: personas[role] })
      const person = found.find(({ email }) => email === usual) ?? found[0]
      if (!person) return { fault: 'nobody' }
      return { done: await beginSignIn(tx, person.id, 'passkey', device, parts.now()) }
    })
