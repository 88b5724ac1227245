import type { ConcernMark, ConcernState, Plain } from '../../domain/concerns/concern.ts'
import { command } from '../command.ts'
import { at, instantOf } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { type OpenedText, openTexts, type SealedFault } from './sealed.ts'

/** A concern as whoever deals with it sees it. */
export type Concern = Plain & {
  id: string
  number: number
  received: Temporal.Instant
  readBy: Temporal.Instant
  readAt: Temporal.Instant | null
  answerBy: Temporal.Instant | null
  state: ConcernState
  mark: ConcernMark | null
  outcome: string | null
  owner: { id: string; name: string | null }
  keptApart: boolean
  version: number
  /** What the reporter wrote, the oldest first. */
  texts: readonly OpenedText[]
}

/** Opens a concern: an entry in the audit each time. At its first opening it counts as read, which is what the reporter was promised. */
export const readConcern = command<{ concern: string }, Concern, SealedFault>({
  verb: 'read-concern',
  // The words: an offer, or a partner to which it was passed, gives no right to them.
  needs: { action: 'read', object: 'concern-text' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const { tx, now } = work
    const opened = await openTexts(work, concern)
    if ('fault' in opened) return opened
    await tx
      .updateTable('concern')
      .set({ read_at: at(now), state: 'open' })
      .where('id', '=', concern)
      .where('state', '=', 'new')
      .execute()
    const row = await tx
      .selectFrom('concern')
      .leftJoin('profile', 'profile.person_id', 'concern.owner_id')
      .select([
        'concern.id',
        'number',
        'received_at',
        'read_by',
        'read_at',
        'answer_by',
        'danger',
        'child',
        'urgency',
        'town',
        'sector',
        'signs',
      ])
      .select([
        'sharing',
        'self',
        'young',
        'contact',
        'state',
        'mark',
        'outcome',
        'owner_id',
        'kept_apart',
        'concern.version',
        'profile.name',
      ])
      .where('concern.id', '=', concern)
      .executeTakeFirstOrThrow()
    const { received_at, read_by, read_at, answer_by, owner_id, name, kept_apart, ...rest } = row
    const done: Concern = {
      ...rest,
      received: instantOf(received_at),
      readBy: instantOf(read_by),
      readAt: read_at && instantOf(read_at),
      answerBy: answer_by && instantOf(answer_by),
      owner: { id: owner_id, name },
      keptApart: kept_apart,
      texts: opened.texts,
    }
    return { done, entry: { object: 'concern', id: concern } }
  },
})
