import { type Due, dueTogether, type Kept } from '../../domain/concerns/retention.ts'
import { command } from '../command.ts'
import { retentionIn } from '../erasing/erase.ts'
import { instantOf } from '../instant.ts'
import { mergedInto, mergedIntoOf, withMerged } from '../merged.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/** Somebody asked for what is kept about them. */
export type AccessRequest = { id: string; received: Temporal.PlainDate; answered: Temporal.PlainDate | null }

export type HowLong = {
  due: Due
  /** Somebody asked to have it erased, for a reason of the pack's, and nobody has stopped it; none for whoever is no coordinator. */
  asked: { reason: string; by: string | null; at: Temporal.Instant; on: Temporal.PlainDate } | null
  /** `reason`: null where it cannot be read. */
  hold: { reason: string | null; by: string | null; at: Temporal.Instant } | null
  /** The newest first; none for whoever is no coordinator. */
  requests: readonly AccessRequest[]
}

/** How long a concern is kept, and why; and who asked for what is in it. */
export const readKept = command<{ concern: string }, HowLong, SealedFault>({
  verb: 'read-kept',
  needs: { action: 'read', object: 'concern-hold' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const { tx, parts } = work
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const hold = await tx
      .selectFrom('concern_hold')
      .leftJoin('profile', 'profile.person_id', 'concern_hold.made_by')
      .select(['concern_hold.id', 'at', 'sealed', 'profile.name'])
      .where('concern_id', '=', concern)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    const asked = await tx
      .selectFrom('erasure_request')
      .leftJoin('profile', 'profile.person_id', 'erasure_request.made_by')
      .select(['at', 'reason', 'erases_on', 'profile.name'])
      .where('concern_id', '=', concern)
      .where('stopped_at', 'is', null)
      .executeTakeFirst()
    const requests = await tx
      .selectFrom('access_request')
      .select(['id', 'received_on', 'answered_on'])
      .where('concern_id', '=', concern)
      .orderBy('at', 'desc')
      .execute()
    const together = await tx
      .selectFrom('concern')
      .select(['id', 'state', 'closed_at', 'outcome', mergedInto('concern.id').as('merged_into')])
      .where(({ or, eb }) => or([eb('id', 'in', withMerged(concern)), eb('id', '=', mergedIntoOf(concern))]))
      .execute()
    const held = await tx
      .selectFrom('concern_hold')
      .select('concern_id')
      .where(
        'concern_id',
        'in',
        together.map(({ id }) => id),
      )
      .where('ended_at', 'is', null)
      .execute()
    const stopped = await tx
      .selectFrom('concern_picture')
      .select('concern_id')
      .where(
        'concern_id',
        'in',
        together.map(({ id }) => id),
      )
      .where('stopped_at', 'is not', null)
      .execute()
    const { timezone } = parts.pack.partnership
    const facts = together.map(
      ({ closed_at, merged_into, ...row }): Kept => ({
        ...row,
        closed: closed_at && instantOf(closed_at).toZonedDateTimeISO(timezone).toPlainDate(),
        into: merged_into,
        held: held.some(({ concern_id }) => concern_id === row.id),
        stopped: stopped.some(({ concern_id }) => concern_id === row.id),
      }),
    )
    const done: HowLong = {
      due: dueTogether(facts, retentionIn(parts)).get(concern) ?? { stays: 'open' },
      asked: asked ? { reason: asked.reason, by: asked.name, at: instantOf(asked.at), on: Temporal.PlainDate.from(asked.erases_on) } : null,
      hold: hold ? { reason: key.openText('hold', hold.id, hold.sealed), by: hold.name, at: instantOf(hold.at) } : null,
      requests: requests.map(({ id, received_on, answered_on }) => ({
        id,
        received: Temporal.PlainDate.from(received_on),
        answered: answered_on === null ? null : Temporal.PlainDate.from(answered_on),
      })),
    }
    return { done, entry: null }
  },
})
