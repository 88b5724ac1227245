import { timingSafeEqual } from 'node:crypto'
import { type ExpressionBuilder, sql } from 'kysely'
import { type Tx, writeEntryFor } from '../../store/store.ts'
import type { Tables } from '../../store/tables.ts'
import { lowerEmail } from '../email.ts'
import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'
import { hashOfToken } from '../token.ts'
import { enter } from './enter.ts'
import { beginSignIn } from './session.ts'

/** Hours in which the link that a start prints can be used. */
export const firstLinkHours = 24

/** Has a person a way to sign in, or are they signed in now? */
export const canComeBack = (eb: ExpressionBuilder<Tables, 'person'>) =>
  eb.or([
    ...(['passkey', 'password', 'work_account'] as const).map((table) =>
      eb.exists(eb.selectFrom(table).select(`${table}.person_id`).whereRef(`${table}.person_id`, '=', 'person.id')),
    ),
    eb.exists(
      eb
        .selectFrom('sign_in')
        .select('sign_in.id')
        .whereRef('sign_in.person_id', '=', 'person.id')
        .where('sign_in.ended_at', 'is', null)
        .where('sign_in.idle_ends_at', '>', sql<Date>`now()`)
        .where('sign_in.ends_at', '>', sql<Date>`now()`),
    ),
  ])

/** Is this the link by which the first administrator comes? */
const isOpen = async (tx: Tx | Parts['store']['app'], token: string, now: Temporal.Instant): Promise<boolean> => {
  const hash = hashOfToken(token)
  if (!hash) return false
  const link = await tx.selectFrom('first_link').select('token_hash').where('expires_at', '>', at(now)).executeTakeFirst()
  return link !== undefined && timingSafeEqual(link.token_hash, hash)
}

export const firstLinkIsOpen = ({ store, now }: Parts, token: string): Promise<boolean> => isOpen(store.app, token, now())

/** The first person of a partnership takes the link, as administrator. It works once. Gives what their browser is to keep. */
export const takeFirstLink = (
  parts: Parts,
  { token, name, email, partner, device }: { token: string; name: string; email: string; partner: string; device: string },
) =>
  enter<string, 'link-over' | 'no-partner' | 'email-taken'>(parts, async (tx) => {
    const now = parts.now()
    if (!(await isOpen(tx, token, now))) return { fault: 'link-over' }
    // Of two who take it at once the second waits here, and finds it gone.
    const taken = await tx.deleteFrom('first_link').executeTakeFirst()
    if (!taken.numDeletedRows) return { fault: 'link-over' }
    const known = await tx.selectFrom('partner').select('id').where('id', '=', partner).where('ended_at', 'is', null).execute()
    if (!known.length) return { fault: 'no-partner' }
    const earlier = await tx
      .selectFrom('person')
      .innerJoin('profile', 'profile.person_id', 'person.id')
      .select((eb) => ['person.id', 'person.state', canComeBack(eb).as('back')])
      .where((eb) => eb(eb.fn<string>('lower', ['profile.email']), '=', lowerEmail(email)))
      .executeTakeFirst()
    // Whoever took it before, and left before they had a way to sign in, goes on as who they were.
    if (earlier && (earlier.back || earlier.state !== 'active')) return { fault: 'email-taken' }
    if (earlier) {
      await writeEntryFor(tx, earlier.id, { verb: 'take-first-link', object: 'person', id: earlier.id, owner: earlier.id })
      return { done: await beginSignIn(tx, earlier.id, 'first-link', device, now) }
    }
    const { id } = await tx.insertInto('person').values({ partner_id: partner, state: 'active' }).returning('id').executeTakeFirstOrThrow()
    await tx.insertInto('profile').values({ person_id: id, partner_id: partner, name, email, phone: null }).execute()
    await tx.insertInto('role_grant').values({ person_id: id, partner_id: partner, role: 'administrator', granted_by: null }).execute()
    await writeEntryFor(tx, id, { verb: 'take-first-link', object: 'person', id, owner: id })
    return { done: await beginSignIn(tx, id, 'first-link', device, now) }
  })
