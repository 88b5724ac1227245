import { sql } from 'kysely'
import type { SignInMethod } from '../../store/tables.ts'
import { command, ofMyself } from '../command.ts'
import { at, instantOf } from '../instant.ts'
import { countOf, isFresh, waysOf } from './ways.ts'

export type OwnPasskey = { id: string; credential: string; name: string; made: Temporal.Instant; used: Temporal.Instant | null }
export type OwnSignIn = {
  id: string
  method: SignInMethod
  device: string
  made: Temporal.Instant
  seen: Temporal.Instant
  isThis: boolean
}
/** `by`: null where it is someone whose name they may not see. */
export type Look = { at: Temporal.Instant; by: string | null }

const lookDays = 90

/** All that someone's own page shows. `isFresh`: they may change how they sign in without proving again who they are. */
export const readAccount = command<
  { issuer: string | null },
  {
    profile: { name: string; email: string; phone: string | null; version: number }
    passkeys: readonly OwnPasskey[]
    password: Temporal.Instant | null
    workAccount: boolean
    codesLeft: number
    hasWay: boolean
    isFresh: boolean
    signIns: readonly OwnSignIn[]
    looks: readonly Look[]
  },
  never
>({
  verb: 'read-account',
  needs: { action: 'read', object: 'profile' },
  about: ofMyself,
  run: async (work, { issuer }) => {
    const { tx, viewer, now } = work
    const { person } = viewer
    const profile = await tx
      .selectFrom('profile')
      .select(['name', 'email', 'phone', 'version'])
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    const passkeys = await tx
      .selectFrom('passkey')
      .select(['id', 'credential_id', 'name', 'made_at', 'used_at'])
      .where('person_id', '=', person)
      .orderBy('made_at')
      .execute()
    const password = await tx.selectFrom('password').select('set_at').where('person_id', '=', person).executeTakeFirst()
    const codes = await tx
      .selectFrom('recovery_code')
      .select('used_at')
      .where('person_id', '=', person)
      .where('used_at', 'is', null)
      .execute()
    const signIns = await tx
      .selectFrom('sign_in')
      .select([
        'id',
        'method',
        'device',
        'made_at',
        'seen_at',
        sql<boolean>`id::text = current_setting('waymark.sign_in', true)`.as('this'),
      ])
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .where('idle_ends_at', '>', at(now))
      .where('ends_at', '>', at(now))
      .orderBy('seen_at', 'desc')
      .limit(50)
      .execute()
    const looks = await tx
      .selectFrom('audit')
      .leftJoin('profile', 'profile.person_id', 'audit.person')
      .select(['audit.at', 'profile.name'])
      .where('audit.owner', '=', person)
      .where('audit.person', '<>', person)
      .where('verb', 'like', 'read-%')
      .where('audit.at', '>', at(now.subtract({ hours: 24 * lookDays })))
      .orderBy('seq', 'desc')
      .limit(20)
      .execute()
    const ways = await waysOf(work, issuer)
    return {
      done: {
        profile,
        passkeys: passkeys.map((one) => ({
          id: one.id,
          credential: one.credential_id,
          name: one.name,
          made: instantOf(one.made_at),
          used: one.used_at && instantOf(one.used_at),
        })),
        password: password ? instantOf(password.set_at) : null,
        workAccount: ways.workAccount,
        codesLeft: codes.length,
        hasWay: countOf(ways) > 0,
        isFresh: await isFresh(work, issuer),
        signIns: signIns
          .map((one) => ({
            id: one.id,
            method: one.method,
            device: one.device,
            made: instantOf(one.made_at),
            seen: instantOf(one.seen_at),
            isThis: one.this,
          }))
          .sort((a, b) => Number(b.isThis) - Number(a.isThis)),
        looks: looks.map(({ at, name }) => ({ at: instantOf(at), by: name })),
      },
      entry: null,
    }
  },
})
