import { canComeBack, firstLinkHours } from '../commands/sign-in/first-link.ts'
import { makeToken } from '../commands/token.ts'
import type { Db } from '../store/store.ts'

/**
 * Makes the link by which the first administrator comes, while there is none who can come back: one who left before they had a way to sign in
 * takes it again. An earlier link ends. Null: somebody administers the desk.
 */
export const makeFirstLink = (owner: Db, now: Temporal.Instant): Promise<string | null> =>
  owner.transaction().execute(async (tx) => {
    const administrators = await tx
      .selectFrom('role_grant')
      .innerJoin('person', 'person.id', 'role_grant.person_id')
      .select('role_grant.id')
      .where('role', '=', 'administrator')
      .where('role_grant.ended_at', 'is', null)
      .where('person.state', '=', 'active')
      .where((eb) => canComeBack(eb))
      .limit(1)
      .execute()
    await tx.deleteFrom('first_link').execute()
    if (administrators.length) return null
    const { token, hash } = makeToken()
    await tx
      .insertInto('first_link')
      .values({ token_hash: hash, expires_at: new Date(now.epochMilliseconds + firstLinkHours * 3_600_000) })
      .execute()
    return token
  })
