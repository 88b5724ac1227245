import { sql } from 'kysely'
import { type EntryState, type EntryWay, wrongWordsTold } from '../../domain/register/event.ts'
import { command } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutEvent } from './about-event.ts'
import { eventOf, eventsOf, type TrainingEvent } from './events.ts'

/** A name on the list of an event. `organisation`: as it is known, or as it was typed. */
export type Entry = {
  id: string
  name: string
  organisation: string | null
  /** The register does not know it yet: whoever confirms the entry adds it. */
  isNewWorkplace: boolean
  group: string | null
  way: EntryWay
  state: EntryState
  accessNeeds: string | null
  /** Names that were typed in one go have the same. */
  batch: string | null
  /** Names that were struck out in one go have the same. */
  strike: string | null
  /** They waited, and were given a place that had become free. */
  seatedAt: Temporal.Instant | null
  sector: string | null
  /** One was given, for the certificate. Nobody reads it but the job that writes to it. */
  hasEmail: boolean
  /** They were seen and not confirmed when others were. */
  leftOut: boolean
  /** A certificate was made: only a coordinator can take it back. */
  certified: boolean
  at: Temporal.Instant
}

export type EventWithEntries = {
  event: TrainingEvent
  entries: readonly Entry[]
  /** So many wrong words were typed that somebody may be guessing. */
  wrongWords: { count: number; since: Temporal.Instant } | null
}

/** An event and who is on its list, for whoever teaches it and for coordinators. Others of its partner see that there is one, and no name. */
export const readEvent = command<{ event: string }, EventWithEntries, never>({
  verb: 'read-event',
  needs: { action: 'read', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx }, { event: id }) => {
    const event = eventOf(await eventsOf(tx).where('e.id', '=', id).executeTakeFirstOrThrow())
    const rows = await tx
      .selectFrom('event_entry as x')
      .leftJoin('organisation as o', 'o.id', 'x.organisation_id')
      .select((eb) => [
        eb
          .exists(
            eb
              .selectFrom('certificate as c')
              .innerJoin('attendance as a', 'a.id', 'c.attendance_id')
              .select('c.id')
              .where('a.event_id', '=', id)
              .whereRef('a.learner_id', '=', 'x.learner_id')
              .where('c.withdrawn_at', 'is', null),
          )
          .as('certified'),
        'x.left_out',
        'x.has_email',
        'x.id',
        'x.name',
        'x.organisation',
        'o.name as known',
        'x.role_group',
        'x.way',
        'x.state',
        'x.access_needs',
        'x.at',
        'x.batch',
        'x.struck_in',
        'x.seated_at',
        'x.sector',
      ])
      .where('x.event_id', '=', id)
      .orderBy('x.at')
      .orderBy('x.id')
      .execute()
    const entries = rows.map(
      (row): Entry => ({
        ...{
          id: row.id,
          name: row.name,
          organisation: row.known ?? row.organisation,
          isNewWorkplace: row.known === null && row.organisation !== null,
          group: row.role_group,
          way: row.way,
          state: row.state,
        },
        ...{ accessNeeds: row.access_needs, at: instantOf(row.at), batch: row.batch, strike: row.struck_in, sector: row.sector },
        ...{ leftOut: row.left_out, hasEmail: row.has_email, certified: Boolean(row.certified) },
        seatedAt: row.seated_at && instantOf(row.seated_at),
      }),
    )
    const { rows: tries } = await sql<{ wrong: number; since: Date }>`select * from wrong_words(${id}::uuid)`.execute(tx)
    const [tried] = tries.filter(({ wrong }) => wrong >= wrongWordsTold)
    const wrongWords = tried ? { count: tried.wrong, since: instantOf(tried.since) } : null
    return { done: { event, entries, wrongWords }, entry: { object: 'training-event', id } }
  },
})
