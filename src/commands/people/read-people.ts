import { sql } from 'kysely'
import type { Role } from '../../domain/access/roles.ts'
import { command } from '../command.ts'
import { instantOf } from '../instant.ts'

/** Which people a list is of. */
export const peopleViews = ['everyone', 'invited', 'unseen', 'left'] as const
export type PeopleView = (typeof peopleViews)[number]

/** Days after which someone who has not signed in is asked about. */
export const unseenDays = 60

/** A line of the list of people. */
export type PersonLine = {
  id: string
  name: string
  partner: string
  roles: readonly Role[]
  state: 'invited' | 'active' | 'ended'
  /** ISO date of their last day, where it is known. */
  leavesOn: string | null
  /** When they were last here; null where nobody may know it, or they never were. */
  seen: Temporal.Instant | null
}

export type People = { lines: readonly PersonLine[]; counts: Readonly<Record<PeopleView, number>>; next: string | null }

/** Lines on a page. */
const most = 50

/** The people whom whoever asks may see, by name. `after`: the name and id of the last one on the page before. */
export const readPeople = command<{ view: PeopleView; after?: string | undefined; partner?: string | undefined }, People>({
  verb: 'read-people',
  needs: { action: 'read', object: 'person' },
  // Each sees some: which, the database answers row by row.
  about: async ({ viewer }) => ({ own: true, partner: viewer.partner }),
  run: async ({ tx, now }, { view, after, partner }) => {
    const long = new Date(now.epochMilliseconds - unseenDays * 86_400_000)
    const all = sql<Row>`
      select person.id, profile.name, partner.name as partner, person.state, person.leaves_on, person.made_at,
        (select array_agg(role order by role) from role_grant where person_id = person.id and ended_at is null) as roles,
        (select max(seen_at) from sign_in where person_id = person.id) as seen
      from person join profile on profile.person_id = person.id join partner on partner.id = person.partner_id
      where ${partner === undefined ? sql`true` : sql`person.partner_id = ${partner}`}`
    const inView = (name: PeopleView) =>
      ({
        everyone: sql`state <> 'ended'`,
        invited: sql`state = 'invited'`,
        unseen: sql`state = 'active' and coalesce(seen, made_at) < ${long}`,
        left: sql`state = 'ended'`,
      })[name]
    const [afterName = '', afterId = null] = after?.split('\n') ?? []
    const { rows } = await sql<Row>`
      select * from (${all}) people where ${inView(view)}
        and ${afterId === null ? sql`true` : sql`(lower(name), id) > (lower(${afterName}), ${afterId}::uuid)`}
      order by lower(name), id limit ${most + 1}`.execute(tx)
    const counted = await sql<Record<PeopleView, string>>`
      select ${sql.join(peopleViews.map((name) => sql`count(*) filter (where ${inView(name)}) as ${sql.ref(name)}`))} from (${all}) people`.execute(
      tx,
    )
    const lines = rows.slice(0, most)
    const last = lines.at(-1)
    return {
      done: {
        lines: lines.map(lineOf),
        counts: Object.fromEntries(peopleViews.map((name) => [name, Number(counted.rows[0]?.[name] ?? 0)])) as Record<PeopleView, number>,
        next: rows.length > most && last ? `${last.name}\n${last.id}` : null,
      },
      entry: null,
    }
  },
})

type Row = {
  id: string
  name: string
  partner: string
  state: PersonLine['state']
  leaves_on: string | null
  roles: Role[] | null
  seen: Date | null
}

const lineOf = ({ id, name, partner, state, leaves_on, roles, seen }: Row): PersonLine => ({
  id,
  name,
  partner,
  state,
  roles: roles ?? [],
  leavesOn: leaves_on,
  seen: seen && instantOf(seen),
})
