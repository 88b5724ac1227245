import { sql } from 'kysely'
import type { AskedAt } from '../../domain/register/asked.ts'
import { command } from '../command.ts'
import { aboutEvent } from './about-event.ts'

/** What one person said of an event; steps of the course's scale, from 0. */
export type EventAnswer = {
  moment: AskedAt
  before: number | null
  since: number
  differently: string | null
  more: string | null
}

/** What people said of an event: nothing until there are five (event_answers). Nobody is named in it. */
export const readAnswers = command<{ event: string }, readonly EventAnswer[], never>({
  verb: 'read-answers',
  needs: { action: 'read', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx }, { event }) => ({
    done: (await sql<EventAnswer>`select * from event_answers(${event}::uuid)`.execute(tx)).rows,
    entry: null,
  }),
})
