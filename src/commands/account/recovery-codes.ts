import { command, ofMyself } from '../command.ts'
import { makeRecoveryCodes } from '../sign-in/methods/recovery.ts'
import { inTurn, isFresh } from './ways.ts'

/**
 * New codes in place of all earlier ones. They are given once and are nowhere kept: it is performed without a key, or what it gives would be
 * kept for a form that is sent twice.
 */
export const renewRecoveryCodes = command<{ issuer: string | null }, { codes: readonly string[] }, 'not-fresh'>({
  verb: 'renew-recovery-codes',
  needs: { action: 'add', object: 'recovery-code' },
  about: ofMyself,
  run: async (work, { issuer }) => {
    const { tx, viewer } = work
    const { person } = viewer
    await inTurn(work)
    if (!(await isFresh(work, issuer))) return { fault: 'not-fresh' }
    const { codes, hashes } = makeRecoveryCodes()
    await tx.deleteFrom('recovery_code').where('person_id', '=', person).execute()
    await tx
      .insertInto('recovery_code')
      .values(hashes.map((hash) => ({ hash, person_id: person })))
      .execute()
    return { done: { codes }, entry: { object: 'recovery-code', id: person, owner: person } }
  },
})
