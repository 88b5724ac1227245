import { sql } from 'kysely'
import { holds } from '../../domain/access/roles.ts'
import { audiencesOf } from '../../domain/concerns/audiences.ts'
import { newestFirst, nothingSought, urgentFirst } from '../../domain/concerns/lists.ts'
import { command, ofMyself } from '../command.ts'
import { counted, type Listed, listed } from '../concerns/list.ts'
import { type Named, namedColumns, pressingFirst } from '../concerns/pressing.ts'

/**
 * What of concerns presses whoever asks: theirs that nobody has read, and those to which the reporter added something. And what was taken back,
 * though a child or danger must be dealt with all the same: every coordinator's, until one of them has.
 */
export type ConcernNeeds = { takenBack: readonly Listed[]; unread: readonly Listed[]; added: readonly Listed[] }

/** No home page shows more; the inbox has the rest. */
export const needsShown = 10

export const readConcernNeeds = command<null, ConcernNeeds>({
  verb: 'read-concern-needs',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    const mine = { audiences: audiencesOf(viewer, 'mine'), open: true }
    const everyones = { ...mine, audiences: audiencesOf(viewer, holds(viewer, 'coordinator') ? 'open' : 'mine') }
    const lists = [
      { ...mine, sought: { ...nothingSought, state: 'new' as const }, order: urgentFirst },
      { ...mine, added: true, order: newestFirst },
      { ...everyones, takenBack: true, order: urgentFirst },
    ]
    // Most of the time there is nothing of most of them, and one short question says so.
    const counts = await counted(tx, lists)
    const [unread = [], added = [], takenBack = []] = await Promise.all(
      lists.map((asked, at) => (counts[at] ? listed(tx, { ...asked, limit: needsShown + 1 }) : [])),
    )
    const besides = (rows: readonly Listed[]): Listed[] => rows.filter((row) => !row.takenBack)
    return { done: { takenBack, unread: besides(unread), added: besides(added.filter(({ state }) => state !== 'new')) }, entry: null }
  },
})

/** An offer of whoever asks that nobody has answered. */
export type OpenOffer = Named & { id: string; to: string | null; toAll: boolean; until: Temporal.Instant }

/** What came in since a moment, no further counted than `most`; and how many offers went on to the next rung. */
export type Night = { since: Temporal.Instant; arrived: number; unread: number; readInTime: number; climbed: number; ownerless: number }
export const nightMost = 299

export type Others = { offers: readonly OpenOffer[]; night: Night }

/** For a coordinator: what waits for others, and what happened since a moment. */
export const readOthers = command<{ since: Temporal.Instant }, Others>({
  verb: 'read-others',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx, viewer }, { since }) => {
    const from = new Date(since.epochMilliseconds)
    const { rows: offers } = await sql<Named & { id: string; to: string | null; to_person: string | null; until: Date }>`
      select c.id, ${namedColumns}, p.name as to, o.to_person, o.until
        from concern_offer o join concern c on c.id = o.concern_id left join profile p on p.person_id = o.to_person
        where o.from_person = ${viewer.person}::uuid and o.answer is null order by ${pressingFirst}, o.until limit ${needsShown}`.execute(
      tx,
    )
    const { rows } = await sql<Omit<Night, 'since'>>`
      select count(*)::int as arrived, count(*) filter (where c.read_at is null)::int as unread, count(*) filter (where c.read_at <= c.read_by)::int as "readInTime",
        count(*) filter (where c.owner_id is null)::int as ownerless,
        (select count(*)::int from (select from concern_offer where rung > 0 and at >= ${from} limit ${nightMost + 1}) up) as climbed
      from (select concern_id from listing where audience = 'all' and received >= ${from} limit ${nightMost + 1}) l
        join concern c on c.id = l.concern_id`.execute(tx)
    const night = rows[0] ?? { arrived: 0, unread: 0, readInTime: 0, climbed: 0, ownerless: 0 }
    return {
      done: {
        offers: offers.map(({ to_person, until, ...offer }) => ({
          ...offer,
          toAll: to_person === null,
          until: Temporal.Instant.fromEpochMilliseconds(until.getTime()),
        })),
        night: { since, ...night },
      },
      entry: null,
    }
  },
})
