import { sql } from 'kysely'
import { command, ofPartnership } from '../command.ts'
import { type Named, namedColumns, pressingFirst } from '../concerns/pressing.ts'

/** Somebody asked for what is kept about them and has not been answered. */
export type OpenRequest = Named & { concern: string; received: Temporal.PlainDate }

type Row = Omit<OpenRequest, 'received'> & { received_on: string }

/** Of concerns that whoever asks may see: danger first, then a child, then the first asked. */
export const readAccessRequests = command<null, readonly OpenRequest[]>({
  verb: 'read-access-requests',
  needs: { action: 'read', object: 'access-request' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const { rows } = await sql<Row>`
      select c.id as concern, ${namedColumns}, r.received_on::text from access_request r join concern c on c.id = r.concern_id
        where r.answered_on is null order by ${pressingFirst}, r.received_on, c.number limit 20`.execute(tx)
    return { done: rows.map(({ received_on, ...row }) => ({ ...row, received: Temporal.PlainDate.from(received_on) })), entry: null }
  },
})
