import { sql } from 'kysely'
import type { AskedAt } from '../../domain/register/asked.ts'
import { askedAt, timesOf } from '../../domain/register/asked.ts'
import type { EventState } from '../../domain/register/event.ts'
import { command } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutEvent } from './about-event.ts'

/** What one person said of an event; steps of the course's scale, from 0. */
export type EventAnswer = {
  moment: AskedAt
  before: number | null
  since: number
  differently: string | null
  more: string | null
}

/** What people said of an event: nothing until no more can come, and then from five on (event_answers). Nobody is named in it. */
export const readAnswers = command<{ event: string }, readonly EventAnswer[], never>({
  verb: 'read-answers',
  needs: { action: 'read', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx, now, parts }, { event }) => {
    const row = await tx
      .selectFrom('training_event')
      .select(['state', 'starts_at', 'ends_at'])
      .where('id', '=', event)
      .executeTakeFirstOrThrow()
    const of = { state: row.state as EventState, starts: instantOf(row.starts_at), ends: instantOf(row.ends_at) }
    const { registerRules: rules, partnership } = parts.pack
    const open = timesOf(of, { rules, timezone: partnership.timezone }).filter(({ closes }) => Temporal.Instant.compare(now, closes) < 0)
    const over = askedAt.filter((moment) => !open.some(({ asked }) => asked === moment))
    return { done: (await sql<EventAnswer>`select * from event_answers(${event}::uuid, ${over}::text[])`.execute(tx)).rows, entry: null }
  },
})
