import { sql } from 'kysely'
import { type Role, roles } from '../../domain/access/roles.ts'
import { may } from '../../domain/access/table.ts'
import type { SignInMethod } from '../../store/tables.ts'
import { type Command, command, type Work } from '../command.ts'
import { at, instantOf } from '../instant.ts'
import { aboutPerson, aboutPersonInFull } from './about-person.ts'
import type { PartnerName } from './read-people.ts'

/** A role that somebody holds or held. */
export type HeldRole = {
  role: Role
  partner: string
  since: Temporal.Instant
  /** Who gave it; null where nobody did, or whoever asks may not know of them. */
  by: string | null
  until: Temporal.Instant | null
  /** Does nobody else who can sign in hold it: of their partner for a SPOC, of the partnership for the rest? */
  only: boolean
}

export type OpenSignIn = { id: string; method: SignInMethod; device: string; made: Temporal.Instant; seen: Temporal.Instant }

/** One person as whoever answers for them sees them. */
export type Person = {
  id: string
  name: string
  email: string
  phone: string | null
  /** Of name, email and telephone. */
  version: number
  partner: PartnerName
  state: 'invited' | 'active' | 'ended'
  made: Temporal.Instant
  leavesOn: string | null
  ended: Temporal.Instant | null
  /** Those held now, in the order of the list of roles. */
  roles: readonly HeldRole[]
  /** Those that ended, the latest first. */
  past: readonly HeldRole[]
  /** The newest invitation; null where there is none that whoever asks may know of. */
  invitation: { state: 'open' | 'over' | 'withdrawn' | 'used'; made: Temporal.Instant; expires: Temporal.Instant } | null
  /** Where they are signed in now; null where whoever asks may not know. */
  signIns: readonly OpenSignIn[] | null
  /** How many shifts of theirs are still to come. */
  shifts: number
}

const run = async ({ tx, viewer, now }: Work, { person }: { person: string }) => {
  const found = await tx
    .selectFrom('person')
    .innerJoin('profile', 'profile.person_id', 'person.id')
    .innerJoin('partner', 'partner.id', 'person.partner_id')
    .select(['person.id', 'person.state', 'person.made_at', 'person.leaves_on', 'person.ended_at', 'person.partner_id'])
    .select(['profile.name', 'profile.email', 'profile.phone', 'profile.version', 'partner.name as partner', 'partner.ended_at as over'])
    .where('person.id', '=', person)
    .executeTakeFirstOrThrow()
  const { rows: grants } = await sql<Grant>`
    select g.role, partner.name as partner, g.granted_at, g.ended_at, by.name as by,
      g.ended_at is null and not exists (
        select from role_grant o join person on person.id = o.person_id
        where o.role = g.role and o.ended_at is null and o.person_id <> g.person_id and person.state = 'active'
          and (g.role <> 'spoc' or o.partner_id = g.partner_id)) as only
    from role_grant g join partner on partner.id = g.partner_id left join profile by on by.person_id = g.granted_by
    where g.person_id = ${person}::uuid order by g.ended_at desc nulls first, g.granted_at desc`.execute(tx)
  const held = grants.map(heldOf)
  const invitation = await tx
    .selectFrom('invitation')
    .select(['made_at', 'expires_at', 'used_at', 'ended_at'])
    .where('person_id', '=', person)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const own = person === viewer.person
  const signIns = may(viewer, 'read', 'sign-in', { own })
    ? await tx
        .selectFrom('sign_in')
        .select(['id', 'method', 'device', 'made_at', 'seen_at'])
        .where('person_id', '=', person)
        .where('ended_at', 'is', null)
        .where('idle_ends_at', '>', at(now))
        .where('ends_at', '>', at(now))
        .orderBy('seen_at', 'desc')
        .execute()
    : null
  const shifts = await tx
    .selectFrom('shift')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', at(now))
    .executeTakeFirstOrThrow()
  const done: Person = {
    id: found.id,
    name: found.name,
    email: found.email,
    phone: found.phone,
    version: found.version,
    partner: { id: found.partner_id, name: found.partner, ended: found.over !== null },
    state: found.state,
    made: instantOf(found.made_at),
    leavesOn: found.leaves_on,
    ended: found.ended_at && instantOf(found.ended_at),
    roles: roles.flatMap((role) => held.filter((one) => one.role === role && one.until === null)),
    past: held.filter(({ until }) => until !== null),
    invitation: invitation
      ? {
          state: invitation.used_at
            ? 'used'
            : invitation.ended_at
              ? 'withdrawn'
              : invitation.expires_at.getTime() > now.epochMilliseconds
                ? 'open'
                : 'over',
          made: instantOf(invitation.made_at),
          expires: instantOf(invitation.expires_at),
        }
      : null,
    signIns:
      signIns?.map(({ id, method, device, made_at, seen_at }) => ({
        id,
        method,
        device,
        made: instantOf(made_at),
        seen: instantOf(seen_at),
      })) ?? null,
    shifts: Number(shifts.count),
  }
  // To look at oneself is no matter for the record.
  return { done, entry: own ? null : { object: 'person' as const, id: person, owner: person } }
}

type Grant = { role: Role; partner: string; granted_at: Date; ended_at: Date | null; by: string | null; only: boolean }

const heldOf = ({ granted_at, ended_at, ...grant }: Grant): HeldRole => ({
  ...grant,
  since: instantOf(granted_at),
  until: ended_at && instantOf(ended_at),
})

/** One person, opened by somebody who answers for them. */
export const readPerson: Command<{ person: string }, Person, never> = command({
  verb: 'read-person',
  needs: { action: 'read', object: 'person' },
  about: aboutPersonInFull,
  run,
})

/** The same before something of theirs is changed: only for those who may. */
export const readPersonToChange: Command<{ person: string }, Person, never> = command({
  verb: 'read-person',
  needs: { action: 'change', object: 'person' },
  about: aboutPerson,
  run,
})
