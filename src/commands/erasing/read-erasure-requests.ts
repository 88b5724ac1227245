import { command, ofPartnership } from '../command.ts'
import { instantOf } from '../instant.ts'

/** Somebody asked to have a concern erased, and nobody has stopped it. `on`: the night that begins this day erases it. */
export type ErasureRequest = {
  id: string
  number: number
  town: string | null
  sector: string | null
  by: { id: string; name: string | null }
  at: Temporal.Instant
  /** An id of the pack's. */
  reason: string
  on: Temporal.PlainDate
}

/** Of concerns that whoever asks may see: the first to go comes first. */
export const readErasureRequests = command<null, readonly ErasureRequest[]>({
  verb: 'read-erasure-requests',
  needs: { action: 'read', object: 'erasure-request' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const rows = await tx
      .selectFrom('erasure_request as r')
      .innerJoin('concern', 'concern.id', 'r.concern_id')
      .leftJoin('profile', 'profile.person_id', 'r.made_by')
      .select(['concern.id', 'number', 'town', 'sector', 'r.made_by', 'profile.name', 'r.at', 'r.reason', 'r.erases_on'])
      .where('r.stopped_at', 'is', null)
      .orderBy('r.erases_on')
      .orderBy('number')
      .limit(100)
      .execute()
    const done = rows.map(({ made_by, name, at, erases_on, ...row }) => ({
      ...row,
      by: { id: made_by, name },
      at: instantOf(at),
      on: Temporal.PlainDate.from(erases_on),
    }))
    return { done, entry: null }
  },
})
