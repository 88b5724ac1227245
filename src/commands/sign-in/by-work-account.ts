import { type Tx, writeEntryFor } from '../../store/store.ts'
import type { Parts } from '../parts.ts'
import { enter } from './enter.ts'
import { takeInvitation } from './invitation.ts'
import type { WorkPerson } from './methods/work-account-person.ts'
import { beginSignIn } from './session.ts'

export type WorkAccountLink =
  /** Signs in whoever it is linked to. */
  | null
  /** Links it to the person of an invitation, by its token. */
  | { invitation: string }

type Account = Pick<WorkPerson, 'issuer' | 'subject'>

/**
 * By a work account that was linked before. An account whose address is that of somebody who was invited is linked by the link of the
 * invitation alone, never by the address: a provider's administrator may write any. `proved`: the provider was asked to have them sign in
 * anew (`begin`).
 */
export const signInByWorkAccount = (
  parts: Parts,
  account: Account,
  { link, device, proved }: { link: WorkAccountLink; device: string; proved: boolean },
) =>
  enter<string, 'not-linked' | 'linked-elsewhere' | 'invitation-over'>(parts, async (tx) => {
    const now = parts.now()
    const linked = await personOf(tx, account)
    if (!link) return linked ? { done: await beginSignIn(tx, linked, 'work-account', device, now, proved) } : { fault: 'not-linked' }
    const person = await takeInvitation(tx, link.invitation, now)
    if (!person) return { fault: 'invitation-over' }
    if (!(await keepLink(tx, account, person))) return { fault: 'linked-elsewhere' }
    return { done: await beginSignIn(tx, person, 'work-account', device, now, proved) }
  })

/** Links it to somebody who is signed in already, and came back to the same sign-in. */
export const linkWorkAccount = (parts: Parts, account: Account, person: string) =>
  enter<null, 'linked-elsewhere'>(parts, async (tx) =>
    (await keepLink(tx, account, person)) ? { done: null } : { fault: 'linked-elsewhere' },
  )

const personOf = async (tx: Tx, { issuer, subject }: Account): Promise<string | undefined> => {
  const found = await tx
    .selectFrom('work_account')
    .innerJoin('person', 'person.id', 'work_account.person_id')
    .select('person.id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('person.state', '=', 'active')
    .executeTakeFirst()
  return found?.id
}

/** False where it is of somebody else. Two at once: the second waits, and finds the first. */
const keepLink = async (tx: Tx, { issuer, subject }: Account, person: string): Promise<boolean> => {
  const made = await tx
    .insertInto('work_account')
    .values({ issuer, subject, person_id: person })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows)
    await writeEntryFor(tx, person, { verb: 'link-work-account', object: 'work-account', id: person, owner: person })
  const kept = await tx
    .selectFrom('work_account')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return kept?.person_id === person
}
