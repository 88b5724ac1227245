import { sql } from 'kysely'
import { lowerEmail } from '../email.ts'
import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'
import type { TryFault } from './by-password.ts'
import { enter } from './enter.ts'
import { findRecoveryCode } from './methods/recovery.ts'
import { beginSignIn } from './session.ts'
import { takeTry } from './throttle.ts'

/** By one of the codes that somebody has on paper, with the address of whoever it is of: a sheet that is found does not say. */
export const signInByRecoveryCode = async (
  parts: Parts,
  { email, code, network, device }: { email: string; code: string; network: string | null; device: string },
): Promise<{ done: string } | TryFault> => {
  const tried = await takeTry(parts, { what: 'recovery-code', person: email, network })
  if ('wait' in tried) return { fault: 'wait', seconds: tried.wait }
  const now = parts.now()
  const outcome = await enter<string, 'wrong'>(parts, async (tx) => {
    const left = await tx
      .selectFrom('recovery_code')
      .innerJoin('person', 'person.id', 'recovery_code.person_id')
      .innerJoin('profile', 'profile.person_id', 'person.id')
      .select(['person.id', 'hash'])
      .where(sql<string>`lower(email)`, '=', lowerEmail(email))
      .where('person.state', '=', 'active')
      .where('used_at', 'is', null)
      .execute()
    const place = findRecoveryCode(
      code,
      left.map(({ hash }) => hash),
    )
    const found = place === null ? undefined : left[place]
    if (!found) return { fault: 'wrong' }
    const taken = await tx
      .updateTable('recovery_code')
      .set({ used_at: at(now) })
      .where('hash', '=', found.hash)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    return taken.numUpdatedRows ? { done: await beginSignIn(tx, found.id, 'recovery-code', device, now) } : { fault: 'wrong' }
  })
  if ('done' in outcome) await tried.right()
  return outcome
}
