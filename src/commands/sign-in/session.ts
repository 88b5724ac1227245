import { type Tx, writeEntryFor } from '../../store/store.ts'
import type { SignInMethod } from '../../store/tables.ts'
import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'
import { hashOfToken, makeToken } from '../token.ts'

/** A sign-in that nobody uses ends after half an hour, and any after twelve hours (OWASP ASVS 5.0, 7.3.1 and 7.3.2: a risk that we have judged). */
export const idleMinutes = 30
export const absoluteHours = 12
/** It is written down that someone is there at most so often, in seconds: a page view need not be a write. */
const touchSeconds = 60

/**
 * Begins a sign-in of a person, as the last step of whatever proved who they are; gives what the browser is to keep. `proved`: they did so
 * just now, and not some time ago at their organisation.
 */
export const beginSignIn = async (
  tx: Tx,
  person: string,
  method: SignInMethod,
  device: string,
  now: Temporal.Instant,
  proved = true,
): Promise<string> => {
  const { token, hash } = makeToken()
  const { id } = await tx
    .insertInto('sign_in')
    .values({
      token_hash: hash,
      person_id: person,
      method,
      device,
      proved,
      idle_ends_at: at(now.add({ minutes: idleMinutes })),
      ends_at: at(now.add({ hours: absoluteHours })),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeEntryFor(tx, person, { verb: 'sign-in', object: 'sign-in', id, owner: person })
  return token
}

/** Whose sign-in a browser's token is of; null where it is none, or has ended. */
export const personOfSignIn = async (parts: Parts, token: string | undefined): Promise<string | null> => {
  const id = await findSignIn(parts, token)
  if (id === null) return null
  const found = await parts.store.app.selectFrom('sign_in').select('person_id').where('id', '=', id).executeTakeFirst()
  return found?.person_id ?? null
}

/** The sign-in that a browser's token is of; null where it is none, or has ended. That someone is there is written down. */
export const findSignIn = async ({ store, pack, now }: Parts, token: string | undefined): Promise<string | null> => {
  const hash = token === undefined ? null : hashOfToken(token)
  if (!hash) return null
  const instant = now()
  const today = instant.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate().toString()
  const found = await store.app
    .selectFrom('sign_in')
    .innerJoin('person', 'person.id', 'sign_in.person_id')
    .select(['sign_in.id', 'seen_at'])
    .where('token_hash', '=', hash)
    .where('sign_in.ended_at', 'is', null)
    .where('idle_ends_at', '>', at(instant))
    .where('ends_at', '>', at(instant))
    .where('person.state', '=', 'active')
    // A last day is over at midnight, whenever the job comes that ends the rest of their access (people/end-due-access).
    .where(({ or, eb }) => or([eb('leaves_on', 'is', null), eb('leaves_on', '>=', today)]))
    .executeTakeFirst()
  if (!found) return null
  if (instant.epochMilliseconds - found.seen_at.getTime() > touchSeconds * 1000)
    await store.app
      .updateTable('sign_in')
      .set({ seen_at: at(instant), idle_ends_at: at(instant.add({ minutes: idleMinutes })) })
      .where('id', '=', found.id)
      .execute()
  return found.id
}
