import { command, ofPartnership } from '../command.ts'

/** Somebody asked for what is kept about them and has not been answered. */
export type OpenRequest = {
  concern: string
  number: number
  town: string | null
  sector: string | null
  received: Temporal.PlainDate
}

/** The first asked comes first; of concerns that whoever asks may see. */
export const readAccessRequests = command<null, readonly OpenRequest[]>({
  verb: 'read-access-requests',
  needs: { action: 'read', object: 'access-request' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const rows = await tx
      .selectFrom('access_request')
      .innerJoin('concern', 'concern.id', 'access_request.concern_id')
      .select(['concern.id as concern', 'number', 'town', 'sector', 'received_on'])
      .where('answered_on', 'is', null)
      .orderBy('received_on')
      .orderBy('number')
      .limit(20)
      .execute()
    return { done: rows.map(({ received_on, ...row }) => ({ ...row, received: Temporal.PlainDate.from(received_on) })), entry: null }
  },
})
