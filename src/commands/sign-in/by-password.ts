import { sql } from 'kysely'
import { writeEntryFor } from '../../store/store.ts'
import { lowerEmail } from '../email.ts'
import type { Parts } from '../parts.ts'
import { enter } from './enter.ts'
import { openSecret, stepOfCode } from './methods/authenticator.ts'
import { hashPassword, verifyPassword } from './methods/password.ts'
import { beginSignIn } from './session.ts'
import { takeTry } from './throttle.ts'

/** `wait`: too many have failed, and this one was not looked at. */
export type TryFault = { fault: 'wrong' } | { fault: 'busy' } | { fault: 'wait'; seconds: number }

/**
 * The first half of signing in by password: gives who it is of. For an address that nobody has, and for somebody who has no password, the
 * same is done and the same is said.
 */
export const checkPassword = async (
  parts: Parts,
  { email, password, network }: { email: string; password: string; network: string | null },
): Promise<{ done: { person: string } } | TryFault> => {
  const tried = await takeTry(parts, { what: 'password', person: email, network })
  if ('wait' in tried) return { fault: 'wait', seconds: tried.wait }
  const found = await parts.store.app
    .selectFrom('profile')
    .innerJoin('person', 'person.id', 'profile.person_id')
    .innerJoin('password', 'password.person_id', 'person.id')
    .select(['person.id', 'hash'])
    .where(sql<string>`lower(email)`, '=', lowerEmail(email))
    .where('person.state', '=', 'active')
    .executeTakeFirst()
  const verdict = await verifyPassword(found?.hash ?? null, password, parts.hashing)
  // It was not looked at, so it does not count.
  if (verdict === 'busy') {
    await tried.right()
    return { fault: 'busy' }
  }
  if (!found || !verdict.right) return { fault: 'wrong' }
  await tried.right()
  if (verdict.renew) await renew(parts, found.id, password)
  return { done: { person: found.id } }
}

/** It was kept at another cost than today's. */
const renew = async (parts: Parts, person: string, password: string): Promise<void> => {
  const hash = await hashPassword(password, parts.hashing)
  if (hash === 'busy') return
  await enter(parts, async (tx) => {
    await tx.updateTable('password').set({ hash }).where('person_id', '=', person).execute()
    await writeEntryFor(tx, person, { verb: 'renew-password', object: 'password', id: person, owner: person })
    return { done: null }
  })
}

/** The second half: the code of their app. `person`: whose password was right. */
export const signInByCode = async (
  parts: Parts,
  { person, code, network, device }: { person: string; code: string; network: string | null; device: string },
): Promise<{ done: string } | TryFault> => {
  const tried = await takeTry(parts, { what: 'code', person, network })
  if ('wait' in tried) return { fault: 'wait', seconds: tried.wait }
  const now = parts.now()
  const outcome = await enter<string, 'wrong'>(parts, async (tx) => {
    const kept = await tx
      .selectFrom('password')
      .innerJoin('person', 'person.id', 'password.person_id')
      .select(['authenticator', 'last_step'])
      .where('person_id', '=', person)
      .where('person.state', '=', 'active')
      .executeTakeFirst()
    const secret = kept && openSecret(parts.signInKey, kept.authenticator, person)
    const step = secret ? stepOfCode(secret, code, now, Number(kept.last_step)) : null
    if (step === null) return { fault: 'wrong' }
    // Of two who send one code at once, one finds that it was used.
    const taken = await tx
      .updateTable('password')
      .set({ last_step: step })
      .where('person_id', '=', person)
      .where('last_step', '<', String(step))
      .executeTakeFirst()
    return taken.numUpdatedRows ? { done: await beginSignIn(tx, person, 'password', device, now) } : { fault: 'wrong' }
  })
  if ('done' in outcome) await tried.right()
  return outcome
}
