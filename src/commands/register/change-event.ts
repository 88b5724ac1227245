import { isInOrder } from '../../domain/register/event.ts'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutEvent } from './about-event.ts'
import { newEventWord } from './events.ts'

/** Other letters on the screen. Those before count for ten minutes more (attend_enter), but not where somebody must be kept out now. */
export const changeWord = command<{ event: string; stop: boolean }, { event: string }, never>({
  verb: 'change-word',
  needs: { action: 'change', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx, now }, { event, stop }) => {
    const { word } = await tx.selectFrom('training_event').select('word').where('id', '=', event).executeTakeFirstOrThrow()
    await tx
      .updateTable('training_event')
      .set((eb) => ({
        ...{ word_before: stop ? null : word, word: newEventWord(word), word_at: at(now) },
        version_no: eb('version_no', '+', 1),
      }))
      .where('id', '=', event)
      .execute()
    return { done: { event }, entry: { object: 'training-event', id: event } }
  },
})

export type EventMove = {
  event: string
  /** Of what was shown: two who move it at once do not undo each other. */
  version: number
  starts: Temporal.Instant
  ends: Temporal.Instant
  online: boolean
  place: string
  capacity: number
}

/** Another day, time, place or size. Its code stays, so what was printed leads there still; whoever booked with an email is told. */
export const moveEvent = command<EventMove, { event: string }, 'order' | 'changed' | 'counted'>({
  verb: 'move-event',
  needs: { action: 'change', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx }, { event, version, starts, ends, ...rest }) => {
    if (!isInOrder({ starts, ends })) return { fault: 'order' }
    const row = await tx
      .selectFrom('training_event')
      .select(['confirmed_at', 'starts_at', 'ends_at'])
      .where('id', '=', event)
      .executeTakeFirstOrThrow()
    // Its day is that of everybody who was counted by it.
    if (row.confirmed_at && (+row.starts_at !== +at(starts) || +row.ends_at !== +at(ends))) return { fault: 'counted' }
    const done = await tx
      .updateTable('training_event')
      .set({ ...rest, starts_at: at(starts), ends_at: at(ends), version_no: version + 1 })
      .where('id', '=', event)
      .where('version_no', '=', version)
      .where('state', '=', 'planned')
      .executeTakeFirst()
    return done.numUpdatedRows ? { done: { event }, entry: { object: 'training-event', id: event } } : { fault: 'changed' }
  },
})

/** Calls an event off. Nobody can enter or book; whoever booked with an email is told. Not once somebody is counted: then it took place. */
export const cancelEvent = command<{ event: string }, { event: string }, 'counted' | 'cancelled'>({
  verb: 'cancel-event',
  needs: { action: 'change', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx }, { event }) => {
    const done = await tx
      .updateTable('training_event')
      .set((eb) => ({ state: 'cancelled' as const, version_no: eb('version_no', '+', 1) }))
      .where('id', '=', event)
      .where('state', '=', 'planned')
      .where('confirmed_at', 'is', null)
      .executeTakeFirst()
    if (done.numUpdatedRows) return { done: { event }, entry: { object: 'training-event', id: event } }
    const { state } = await tx.selectFrom('training_event').select('state').where('id', '=', event).executeTakeFirstOrThrow()
    return { fault: state === 'cancelled' ? 'cancelled' : 'counted' }
  },
})

/** The trainer has sent round the questions that come months later: the home page asks no more. */
export const sentLater = command<{ event: string }, { event: string }, never>({
  verb: 'sent-later',
  needs: { action: 'change', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx, now }, { event }) => {
    await tx
      .updateTable('training_event')
      .set({ later_sent_at: at(now) })
      .where('id', '=', event)
      .execute()
    return { done: { event }, entry: { object: 'training-event', id: event } }
  },
})
