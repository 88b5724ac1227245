import { againstErasing } from '../../domain/concerns/retention.ts'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { headOf } from './head.ts'

/** What whoever asks to erase a concern must know first. `against`: what speaks against it. */
export const readToErase = command<
  { concern: string },
  { number: number; ended: boolean; held: boolean; asked: boolean; against: ReturnType<typeof againstErasing> }
>({
  verb: 'read-to-erase',
  needs: { action: 'add', object: 'erasure-request' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const { tx, now, parts } = work
    const { number, state, closedAt, code } = await headOf(work, concern)
    const reply = await tx
      .selectFrom('concern_reply')
      .select('id')
      .where('concern_id', '=', concern)
      .where('taken_back_at', 'is', null)
      .where('goes_at', '<=', at(now))
      .executeTakeFirst()
    const hold = await tx
      .selectFrom('concern_hold')
      .select('id')
      .where('concern_id', '=', concern)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    const request = await tx
      .selectFrom('erasure_request')
      .select('id')
      .where('concern_id', '=', concern)
      .where('stopped_at', 'is', null)
      .executeTakeFirst()
    const day = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate()
    const against = againstErasing({ closed: closedAt && day(closedAt), code, answered: reply !== undefined }, day(now))
    const ended = state === 'closed' || state === 'withdrawn'
    return { done: { number, ended, held: hold !== undefined, asked: request !== undefined, against }, entry: null }
  },
})
