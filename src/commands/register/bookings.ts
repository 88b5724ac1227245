import { command } from '../command.ts'
import { aboutEvent } from './about-event.ts'
import { lockEvent } from './events-lock.ts'

/** Opens an event for booking, or closes it. Who has booked keeps the place. */
export const openBooking = command<{ event: string; open: boolean }, { open: boolean }, 'cancelled'>({
  verb: 'open-booking',
  needs: { action: 'change', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx }, { event, open }) => {
    const done = await tx
      .updateTable('training_event')
      .set((eb) => ({ booking: open, version_no: eb('version_no', '+', 1) }))
      .where('id', '=', event)
      .where('state', '=', 'planned')
      .executeTakeFirst()
    return done.numUpdatedRows ? { done: { open }, entry: { object: 'training-event', id: event } } : { fault: 'cancelled' }
  },
})

/** Whoever booked is here: they are on the list, to be confirmed with the rest. */
export const tickBooked = command<{ event: string; entries: readonly string[] }, { here: number }, 'none'>({
  verb: 'tick-booked',
  needs: { action: 'change', object: 'event-entry' },
  about: aboutEvent,
  run: async ({ tx }, { event, entries }) => {
    await lockEvent(tx, event)
    const done = await tx
      .updateTable('event_entry')
      .set({ state: 'entered' })
      .where('event_id', '=', event)
      .where('state', 'in', ['booked', 'waiting'])
      .where('id', 'in', entries.length ? [...entries] : [event])
      .executeTakeFirst()
    const here = Number(done.numUpdatedRows)
    return here ? { done: { here }, entry: { object: 'training-event', id: event } } : { fault: 'none' }
  },
})

/** Takes a booking away: somebody said that they cannot come. What they need goes with it; whoever waits longest has the place (seat_waiting). */
export const cancelBooking = command<{ event: string; entry: string }, { entry: string }, 'none'>({
  verb: 'cancel-booking',
  needs: { action: 'change', object: 'event-entry' },
  about: aboutEvent,
  run: async ({ tx }, { event, entry }) => {
    await lockEvent(tx, event)
    const done = await tx
      .updateTable('event_entry')
      .set({ state: 'cancelled', access_needs: null })
      .where('event_id', '=', event)
      .where('id', '=', entry)
      .where('state', 'in', ['booked', 'waiting'])
      .executeTakeFirst()
    return done.numUpdatedRows ? { done: { entry }, entry: { object: 'training-event', id: event } } : { fault: 'none' }
  },
})
