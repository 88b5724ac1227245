import type { Role } from '../../domain/access/roles.ts'
import { type Tx, writeEntryFor } from '../../store/store.ts'
import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'
import { hashOfToken } from '../token.ts'
import { enter } from './enter.ts'
import { beginSignIn } from './session.ts'

/** What whoever was invited reads before they accept. `by`: null where it was not a person, or the person is no more known. */
export type Invitation = { name: string; email: string; partner: string; roles: readonly Role[]; by: string | null }

const openInvitation = async (tx: Tx | Parts['store']['app'], token: string, now: Temporal.Instant) => {
  const hash = hashOfToken(token)
  if (!hash) return undefined
  return tx
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['invitation.id', 'person.id as person', 'invitation.made_by', 'person.partner_id'])
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('invitation.ended_at', 'is', null)
    .where('expires_at', '>', at(now))
    .where('person.state', '<>', 'ended')
    .executeTakeFirst()
}

/** What a link invites to; null: it was used, withdrawn, is too old or never was. */
export const readInvitation = async ({ store: { app }, now }: Parts, token: string): Promise<Invitation | null> => {
  const found = await openInvitation(app, token, now())
  if (!found) return null
  const profile = await app
    .selectFrom('profile')
    .innerJoin('partner', 'partner.id', 'profile.partner_id')
    .select(['profile.name', 'email', 'partner.name as partner'])
    .where('person_id', '=', found.person)
    .executeTakeFirstOrThrow()
  const roles = await app
    .selectFrom('role_grant')
    .select('role')
    .where('person_id', '=', found.person)
    .where('ended_at', 'is', null)
    .execute()
  const by = found.made_by
    ? await app.selectFrom('profile').select('name').where('person_id', '=', found.made_by).executeTakeFirst()
    : undefined
  return { ...profile, roles: roles.map(({ role }) => role), by: by?.name ?? null }
}

/** Takes an invitation for this transaction: its person is active from now on. Once: of two at once the second waits, and finds it used. */
export const takeInvitation = async (tx: Tx, token: string, now: Temporal.Instant): Promise<string | null> => {
  const found = await openInvitation(tx, token, now)
  if (!found) return null
  const taken = await tx
    .updateTable('invitation')
    .set({ used_at: at(now) })
    .where('id', '=', found.id)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!taken.numUpdatedRows) return null
  const active = await tx
    .updateTable('person')
    .set({ state: 'active' })
    .where('id', '=', found.person)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  if (!active.numUpdatedRows) return null
  await writeEntryFor(tx, found.person, { verb: 'accept-invitation', object: 'invitation', id: found.id, owner: found.person })
  return found.person
}

/** Whoever was invited comes in by the link alone, and chooses next how they sign in from then on. */
export const acceptInvitation = (parts: Parts, { token, device }: { token: string; device: string }) =>
  enter<string, 'invitation-over'>(parts, async (tx) => {
    const now = parts.now()
    const person = await takeInvitation(tx, token, now)
    return person ? { done: await beginSignIn(tx, person, 'invitation', device, now) } : { fault: 'invitation-over' }
  })
