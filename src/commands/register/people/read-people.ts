import { sql } from 'kysely'
import { type PeopleState, type StandingWorth, standingWorths } from '../../../domain/register/count.ts'
import type { AttendanceWay } from '../../../domain/register/event.ts'
import { command, type Work } from '../../command.ts'
import { aboutPartner, partnerOf } from '../answers-for.ts'

/** Rows of a page. One more is read, to know whether there is another page. */
export const pageRows = 25

/** Where a page goes on: after this row; of a search, with the word by which it was found. */
export type PeopleEdge = { name: string; id: string; tier: string; word: string }

export type PeopleAsk = {
  /** Null: of whoever asks, who may see those of all. */
  partner: string | null
  tier: string | null
  state: PeopleState | null
  /** Beginnings of words of their names, folded (nameKey); none: everybody. */
  words: readonly string[]
  after: PeopleEdge | null
}

/** What somebody holds of one tier. */
export type PeopleRow = {
  id: string
  name: string
  nameKey: string
  /** The word of the name by which a search found it, or ''. */
  word: string
  organisation: string
  group: string | null
  tier: string
  version: string | null
  on: Temporal.PlainDate
  /** When the whole of it was learned last. */
  wholeOn: Temporal.PlainDate
  /** As it was counted last; null: it has not been yet. */
  worth: StandingWorth | null
  /** How the whole of it was learned last; null: that is not told to whoever asks. */
  way: AttendanceWay | null
  fresh: boolean
}

type Row = {
  learner_id: string
  tier: string
  name_key: string
  word: string
  name: string
  organisation: string
  role_group: string | null
  version: string | null
  on_date: string
  whole_on: string | null
  worth: StandingWorth | ''
  way: AttendanceWay | null
  fresh: boolean
}

/** Of whom a list is, as the indexes have it: of each tier, state and newness its own beginning. */
const keysOf = (tiers: readonly string[], { tier, state }: Pick<PeopleAsk, 'tier' | 'state'>) => {
  const worth = standingWorths.find((one) => one === state)
  return {
    tiers: tier === null ? tiers : [tier],
    worths: worth ? [worth] : ['', ...standingWorths],
    freshes: state === 'new' ? [true] : [true, false],
  }
}

/** One page of a list of people by name, or of a search by the words that it finds, in the order in which it is kept. */
const pageOf = async ({ tx, viewer, parts }: Work, { partner, words, after, ...asked }: PeopleAsk, most: number): Promise<Row[]> => {
  const { tiers, worths, freshes } = keysOf(
    parts.pack.course.tiers.map(({ id }) => id),
    asked,
  )
  const own = partner ?? partnerOf(viewer)
  const past = after
    ? sql`and (s.name_key, s.learner_id) >= (${after.name}, ${after.id}::uuid) and (s.name_key, s.learner_id, s.tier) > (${after.name}, ${after.id}::uuid, ${after.tier})`
    : sql``
  const keys = words.length
    ? sql`select f.* from find_people(${words}::text[], ${own}, ${tiers}::text[], ${worths}::text[], ${freshes}::boolean[],
        ${after?.word ?? null}, ${after?.name ?? null}, ${after?.id ?? null}::uuid, ${after?.tier ?? null}, ${most}) f`
    : sql`select x.learner_id, x.tier, '' as word, row_number() over (order by x.name_key, x.learner_id, x.tier) as place from unnest(${tiers}::text[]) t(tier) cross join unnest(${worths}::text[]) w(worth) cross join unnest(${freshes}::boolean[]) f(fresh)
        cross join lateral (
          select s.learner_id, s.tier, s.name_key from standing s
            where ${own === null ? sql`true` : sql`s.partner_id = ${own}`} and s.tier = t.tier and s.worth = w.worth and s.fresh = f.fresh ${past}
            order by s.name_key, s.learner_id limit ${most}) x
        order by x.name_key, x.learner_id, x.tier limit ${most}`
  const { rows } = await sql<Row>`
    with k as materialized (${keys})
    select s.learner_id, s.tier, s.name_key, k.word, l.name, o.name as organisation, l.role_group, s.version, s.on_date, s.whole_on, s.worth, s.fresh, w.way
      from k join standing s on s.learner_id = k.learner_id and s.tier = k.tier
      left join learnt_ways((select array_agg(learner_id) from k), (select array_agg(tier) from k)) w on w.learner_id = s.learner_id and w.tier = s.tier
      join learner l on l.id = s.learner_id join organisation o on o.id = s.organisation_id
      order by k.place`.execute(tx)
  return rows
}

const rowOf = (row: Row): PeopleRow => ({
  ...{
    id: row.learner_id,
    name: row.name,
    nameKey: row.name_key,
    word: row.word,
    organisation: row.organisation,
    group: row.role_group,
    tier: row.tier,
  },
  ...{ version: row.version, on: Temporal.PlainDate.from(row.on_date), wholeOn: Temporal.PlainDate.from(row.whole_on ?? row.on_date) },
  ...{ worth: row.worth || null, way: row.way, fresh: row.fresh },
})

/** People by name, a row for each course that they hold. One more than a page has where there are more. */
export const readPeople = command<PeopleAsk, readonly PeopleRow[]>({
  verb: 'read-trained-people',
  needs: { action: 'read', object: 'standing' },
  about: aboutPartner,
  run: async (work, asked) => ({ done: (await pageOf(work, asked, pageRows + 1)).map(rowOf), entry: null }),
})

/** More than any partner has, so that a slip is no file of the whole county. */
const exportedMost = 400_000

/** All of one partner, for a file. It leaves the desk, so it is in the audit. */
export const exportPeople = command<{ partner: string }, readonly PeopleRow[]>({
  verb: 'read-people-for-file',
  needs: { action: 'read', object: 'standing' },
  about: async (_, { partner }) => ({ partner }),
  run: async (work, { partner }) => {
    const rows = await pageOf(work, { partner, tier: null, state: null, words: [], after: null }, exportedMost)
    return { done: rows.map(rowOf), entry: { object: 'standing', id: partner } }
  },
})
