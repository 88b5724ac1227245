import { command, ofMyself } from '../command.ts'
import { sealSecret, stepOfCode } from '../sign-in/methods/authenticator.ts'
import { hashPassword, type PasswordFault, passwordFault } from '../sign-in/methods/password.ts'
import { inTurn, isFresh } from './ways.ts'

/**
 * Sets or changes the password, together with the authenticator app that goes with it. `code`: of that app, as the proof that it was set
 * up; it is used up by this.
 */
export const setPassword = command<
  { password: string; secret: Buffer; code: string; issuer: string | null },
  null,
  'not-fresh' | 'code-wrong' | 'busy' | PasswordFault
>({
  verb: 'set-password',
  needs: { action: 'add', object: 'password' },
  about: ofMyself,
  run: async (work, { password, secret, code, issuer }) => {
    const { tx, viewer, parts, now } = work
    const { person } = viewer
    await inTurn(work)
    if (!(await isFresh(work, issuer))) return { fault: 'not-fresh' }
    const context = await tx
      .selectFrom('profile')
      .innerJoin('partner', 'partner.id', 'profile.partner_id')
      .select(['profile.name', 'email', 'partner.name as partner'])
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    const { partnership, brand } = parts.pack
    const fault = await passwordFault(password, [context.name, context.email, context.partner, partnership.name, brand.name])
    if (fault) return { fault }
    const step = stepOfCode(secret, code, now, null)
    if (step === null) return { fault: 'code-wrong' }
    const hash = await hashPassword(password, parts.hashing)
    if (hash === 'busy') return { fault: 'busy' }
    await tx.deleteFrom('password').where('person_id', '=', person).execute()
    await tx
      .insertInto('password')
      .values({ person_id: person, hash, authenticator: sealSecret(parts.signInKey, secret, person), last_step: step })
      .execute()
    return { done: null, entry: { object: 'password', id: person, owner: person } }
  },
})
