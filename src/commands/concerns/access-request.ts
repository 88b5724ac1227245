import { randomUUID } from 'node:crypto'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

/** Writes down that somebody asked for what is kept about them, and on which day: from then on an answer is due. */
export const receiveAccessRequest = command<{ concern: string; received: Temporal.PlainDate }, null, 'future'>({
  verb: 'receive-access-request',
  needs: { action: 'add', object: 'access-request' },
  about: aboutConcern,
  run: async ({ tx, now, parts }, { concern, received }) => {
    const today = now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate()
    if (Temporal.PlainDate.compare(received, today) > 0) return { fault: 'future' }
    await tx.insertInto('access_request').values({ id: randomUUID(), concern_id: concern, received_on: received.toString() }).execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})

/** It has been answered, today. */
export const answerAccessRequest = command<{ concern: string; request: string }, null>({
  verb: 'answer-access-request',
  needs: { action: 'change', object: 'access-request' },
  about: aboutConcern,
  run: async ({ tx, now, parts }, { concern, request }) => {
    const today = now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate()
    await tx
      .updateTable('access_request')
      .set({ answered_on: today.toString() })
      .where('id', '=', request)
      .where('concern_id', '=', concern)
      .where('answered_on', 'is', null)
      .execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
