import { type RawBuilder, sql } from 'kysely'
import type { ConcernState, Urgency } from '../../domain/concerns/concern.ts'
import {
  badgeMost,
  compare as compareAs,
  type Edge,
  type FoundState,
  type Order,
  type Place,
  type Sought,
} from '../../domain/concerns/lists.ts'
import type { Tx } from '../../store/store.ts'
import { at, instantOf } from '../instant.ts'
import { mergedInto } from '../merged.ts'

/** A concern as a list shows it: no word of it. */
export type Listed = Place & {
  id: string
  town: string | null
  sector: string | null
  danger: boolean
  child: boolean
  urgency: Urgency | null
  state: ConcernState
  /** The reporter added something that nobody has opened yet. */
  added: boolean
  /** The number of what it was merged into, as far as whoever asks may see it. */
  partOf: number | null
  /** The reporter took it back, and a child or danger must be dealt with all the same. */
  takenBack: boolean
  owner: { id: string; name: string | null }
  /** It is offered to somebody, who has not answered; `to` null: to every coordinator. */
  offer: { to: { id: string; name: string | null } | null; from: string | null; until: Temporal.Instant } | null
}

/** Which rows of a list: `open` null: whatever it is; `late`: what was promised before now. */
export type Asked = {
  audiences: readonly string[]
  open: boolean | null
  late?: Temporal.Instant | undefined
  /** Those alone to which the reporter added something that nobody has opened. */
  added?: boolean | undefined
  /** Those alone that were taken back, and must be dealt with all the same. */
  takenBack?: boolean | undefined
  sought?: Sought | undefined
  /** The one with this number. */
  number?: number | null | undefined
  order: Order
  edge?: Edge | null | undefined
  limit: number
}

type Sql = RawBuilder<unknown>
const and = (conditions: readonly Sql[]): Sql => sql.join([...conditions], sql` and `)
const ranks = [0, 1, 2] as const

/** Columns by which it is ordered; two rows are never alike in all of them. */
const keyOf = { urgent: ['rank', 'due', 'number'], due: ['due', 'number'], received: ['received', 'number'] } as const
const value = ({ rank, due, received, number }: Place) => ({
  rank: sql`${rank}::int`,
  due: due ? sql`${at(due)}::timestamptz` : sql`'infinity'::timestamptz`,
  received: sql`${at(received)}::timestamptz`,
  number: sql`${number}::int`,
})

/** Those that are offered are few, and are found by themselves: row security lets no join be that narrow. */
const standing = (state: FoundState | null | undefined): (Sql | null)[] => {
  if (state === 'added') return [sql`l.open and l.added`]
  if (state === 'offered')
    return [sql`l.open and l.concern_id = any(array(select o.concern_id from concern_offer o where o.answer is null limit 10000))`]
  return [state ? sql`l.state = ${state}` : null]
}

/** The rows in one audience, from an index in the order that is asked for. */
const conditions = (
  { open, late, added, takenBack, sought, number, order, edge }: Asked,
  audience: Sql,
  rank: Sql | null,
): { from: Sql; where: Sql; key: Sql; way: Sql } => {
  const { town, sector, sign, owner, state, from, until } = sought ?? {}
  const column = (name: string): Sql => sql`l.${sql.ref(name)}`
  // Down the list and back up it.
  const up = (order.direction === 'up') === (edge?.way !== 'before')
  const key = keyOf[order.by]
  const all: (Sql | null)[] = [
    sql`l.audience = ${audience}`,
    sign ? sql`l.sign = ${sign}` : null,
    typeof number === 'number' ? sql`l.concern_id = (select id from concern where concern.number = ${number})` : null,
    open === null ? null : open ? sql`l.open` : sql`not l.open`,
    rank ? sql`l.rank = ${rank}` : null,
    late ? sql`l.due < ${at(late)}` : null,
    added ? sql`l.added` : null,
    takenBack ? sql`l.taken_back` : null,
    town ? sql`l.town = ${town}` : null,
    sector ? sql`l.sector = ${sector}` : null,
    owner ? sql`l.owner_id = ${owner}::uuid` : null,
    ...standing(state),
    from ? sql`l.received >= ${at(from)}` : null,
    until ? sql`l.received < ${at(until)}` : null,
    edge ? sql`(${sql.join(key.map(column))}) ${sql.raw(up ? '>' : '<')} (${sql.join(key.map((name) => value(edge.place)[name]))})` : null,
  ]
  const way = sql.raw(up ? 'asc' : 'desc')
  return {
    from: sql.raw(sign ? 'listing_sign l' : 'listing l'),
    where: and(all.filter((condition) => condition !== null)),
    key: sql.join(key.map((name) => sql`${column(name)} ${way}`)),
    way,
  }
}

/**
 * The narrow rows that a page needs: in each audience as many as fit, by an index, then put together; whoever is of several audiences sees a
 * concern once. Of what is late, each rank has its own part of the index.
 */
const narrow = (asked: Asked): Sql => {
  const parts = asked.late ? ranks.map((rank) => sql`${rank}::int`) : [null]
  const { audiences, limit, order } = asked
  // Nothing but what the index has: the rest is read for those alone that are shown.
  const columns = sql`l.audience, l.concern_id, ${sql.join(keyOf[order.by].map((name) => sql`l.${sql.ref(name)}`))}`
  const each = audiences.flatMap((audience) =>
    parts.map((rank) => {
      const { from, where, key } = conditions(asked, sql`${audience}::text`, rank)
      return sql`(select ${columns} from ${from} where ${where} order by ${key} limit ${limit})`
    }),
  )
  const { way } = conditions(asked, sql`''`, null)
  const key = sql.join(keyOf[order.by].map((name) => sql`${sql.ref(name)} ${way}`))
  return sql`select distinct on (${sql.join(keyOf[order.by].map((name) => sql.ref(name)))}) * from (${sql.join(each, sql` union all `)}) them
    order by ${key} limit ${limit}`
}

type Row = Omit<Listed, 'received' | 'due' | 'owner' | 'offer'> & {
  received: Date
  due: Date | null
  owner_id: string
  owner: string | null
  offer_until: Date | null
  offer_to: string | null
  offer_to_name: string | null
  offer_from: string | null
}

/** A page of a list, in its order whichever way it was reached. */
export const listed = async (tx: Tx, asked: Asked): Promise<Listed[]> => {
  if (!asked.audiences.length) return []
  const { rows } = await sql<Row>`
    select c.id, c.number, c.town, c.sector, c.danger, c.child or c.young as child, c.urgency, c.state, m.rank, m.received,
      nullif(m.due, 'infinity') as due, c.owner_id, p.name as owner, o.until as offer_until, o.to_person as offer_to, t.name as offer_to_name,
      f.name as offer_from, m.added, (select w.number from concern w where w.id = ${mergedInto('c.id')}) as "partOf", m.taken_back as "takenBack"
    from (${narrow(asked)}) n join listing m on m.audience = n.audience and m.concern_id = n.concern_id join concern c on c.id = m.concern_id left join profile p on p.person_id = c.owner_id
      left join concern_offer o on o.concern_id = c.id and o.answer is null
      left join profile t on t.person_id = o.to_person left join profile f on f.person_id = o.from_person`.execute(tx)
  return rows.map(listedOf).toSorted(compareAs(asked.order))
}

const listedOf = ({ received, due, owner_id, owner, offer_until, offer_to, offer_to_name, offer_from, ...row }: Row): Listed => ({
  ...row,
  received: instantOf(received),
  due: due && instantOf(due),
  owner: { id: owner_id, name: owner },
  offer: offer_until && {
    to: offer_to === null ? null : { id: offer_to, name: offer_to_name },
    from: offer_from,
    until: instantOf(offer_until),
  },
})

/** How many there are, no further than one past `badgeMost`. */
export const counted = async (tx: Tx, asked: readonly Omit<Asked, 'order' | 'limit'>[]): Promise<number[]> => {
  const order: Order = { by: 'urgent', direction: 'up' }
  const count = (one: Omit<Asked, 'order' | 'limit'>): Sql =>
    one.audiences.length
      ? sql`(select count(distinct concern_id)::int from (${narrow({ ...one, order, limit: badgeMost + 1 })}) them)`
      : sql`0`
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(asked.map(count))}]::int[] as counts`.execute(tx)
  return rows[0]?.counts ?? []
}
