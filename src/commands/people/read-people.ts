import { type RawBuilder, sql } from 'kysely'
import type { Role, Viewer } from '../../domain/access/roles.ts'
import { may } from '../../domain/access/table.ts'
import { command } from '../command.ts'
import { at, instantOf } from '../instant.ts'
import { isUuid } from '../uuid.ts'

/** Which people a list is of. */
export const peopleViews = ['everyone', 'invited', 'unseen', 'left'] as const
export type PeopleView = (typeof peopleViews)[number]

/** Days after which someone who has not signed in is asked about. */
export const unseenDays = 60

/** A partner, as a person belongs to it. */
export type PartnerName = { id: string; name: string; ended: boolean }

/** A line of the list of people. */
export type PersonLine = {
  id: string
  name: string
  partner: PartnerName
  roles: readonly Role[]
  state: 'invited' | 'active' | 'ended'
  /** Invited: can the link still be used? */
  inviteOpen: boolean
  /** ISO date of their last day, where it is known. */
  leavesOn: string | null
  ended: Temporal.Instant | null
  /** When they were last here; null where they never were. */
  seen: Temporal.Instant | null
}

export type People = {
  lines: readonly PersonLine[]
  counts: Readonly<Record<PeopleView, number>>
  /** For the page after this one: the last person on it. */
  next: string | null
  /** The partners that the list is of. */
  partners: readonly PartnerName[]
  /** Is it said when each was last here? Whoever may not read sign-ins does not learn it. */
  seenSaid: boolean
}

/** Lines on a page. */
export const linesOnPage = 50

/** Partners whose people someone answers for; null: all of them. Who is in the directory besides is not in this list. */
const answeredFor = (viewer: Viewer): readonly string[] | null =>
  may(viewer, 'read', 'person', {})
    ? null
    : [...new Set(viewer.grants.map(({ partner }) => partner))].filter((partner) => may(viewer, 'read', 'invitation', { partner }))

/** The people whom whoever asks answers for, by name. `after`: the last person on the page before; `partner`: only its people. */
export const readPeople = command<{ view: PeopleView; after?: string | null; partner?: string | null }, People>({
  verb: 'read-people',
  // Not that of `person`, which everyone may read of themselves: the list is for those who answer for people.
  needs: { action: 'read', object: 'invitation' },
  about: async ({ viewer }) => ({ partner: viewer.partner }),
  run: async ({ tx, viewer, now }, { view, after = null, partner = null }) => {
    const theirs = answeredFor(viewer)
    const inReach = (column: RawBuilder<unknown>) => (theirs === null ? sql`true` : sql`${column} = any(${theirs}::text[])`)
    const seenSaid = may(viewer, 'read', 'sign-in', {})
    const inView = viewsAt(at(now.subtract({ hours: 24 * unseenDays })), seenSaid)
    const all = sql<Row>`
      select person.id, profile.name, partner.id as partner_id, partner.name as partner, partner.ended_at is not null as partner_ended,
        person.state, person.leaves_on, person.made_at, person.ended_at,
        (select array_agg(role order by role) from role_grant where person_id = person.id and ended_at is null) as roles,
        (select max(seen_at) from sign_in where person_id = person.id) as seen,
        exists (select from invitation where person_id = person.id and used_at is null and ended_at is null and expires_at > ${at(now)}) as invite_open
      from person join profile on profile.person_id = person.id join partner on partner.id = person.partner_id
      where ${inReach(sql`person.partner_id`)} and ${partner === null ? sql`true` : sql`person.partner_id = ${partner}`}`
    // By their name of today: a person who was renamed meanwhile is where their name is.
    const anchor =
      after !== null && isUuid(after)
        ? await tx.selectFrom('profile').select('name').where('person_id', '=', after).executeTakeFirst()
        : undefined
    const { rows } = await sql<Row>`
      select * from (${all}) people where ${inView[view]}
        and ${anchor ? sql`(lower(name), id) > (lower(${anchor.name}), ${after}::uuid)` : sql`true`}
      order by lower(name), id limit ${linesOnPage + 1}`.execute(tx)
    const counted = await sql<Record<PeopleView, string>>`
      select ${sql.join(peopleViews.map((name) => sql`count(*) filter (where ${inView[name]}) as ${sql.ref(name)}`))}
      from (${all}) people`.execute(tx)
    const partners = await sql<PartnerName>`
      select id, name, ended_at is not null as ended from partner
      where ${inReach(sql`id`)} and exists (select from person where partner_id = partner.id) order by lower(name), id`.execute(tx)
    const lines = rows.slice(0, linesOnPage)
    return {
      done: {
        lines: lines.map(lineOf),
        counts: Object.fromEntries(peopleViews.map((name) => [name, Number(counted.rows[0]?.[name] ?? 0)])) as Record<PeopleView, number>,
        next: rows.length > linesOnPage ? (lines.at(-1)?.id ?? null) : null,
        partners: partners.rows,
        seenSaid,
      },
      entry: null,
    }
  },
})

const viewsAt = (long: Date, seenSaid: boolean): Readonly<Record<PeopleView, RawBuilder<boolean>>> => ({
  everyone: sql`state <> 'ended'`,
  invited: sql`state = 'invited'`,
  unseen: seenSaid ? sql`state = 'active' and coalesce(seen, made_at) < ${long}` : sql`false`,
  left: sql`state = 'ended'`,
})

type Row = {
  id: string
  name: string
  partner_id: string
  partner: string
  partner_ended: boolean
  state: PersonLine['state']
  leaves_on: string | null
  ended_at: Date | null
  roles: Role[] | null
  seen: Date | null
  invite_open: boolean
}

const lineOf = (row: Row): PersonLine => ({
  id: row.id,
  name: row.name,
  partner: { id: row.partner_id, name: row.partner, ended: row.partner_ended },
  state: row.state,
  inviteOpen: row.invite_open,
  roles: row.roles ?? [],
  leavesOn: row.leaves_on,
  ended: row.ended_at && instantOf(row.ended_at),
  seen: row.seen && instantOf(row.seen),
})
