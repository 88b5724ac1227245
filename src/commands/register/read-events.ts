import { command, ofMyself } from '../command.ts'
import { at } from '../instant.ts'
import { eventOf, eventsOf, type TrainingEvent } from './events.ts'

/** Events of one view: those to come with what is being given now, or those that are over. `mine`: of whoever asks alone. */
export type EventsAsked = { view: 'coming' | 'past'; mine: boolean; before?: Temporal.Instant | null; limit: number }

/** One more than `limit` where there are more. */
export const readEvents = command<EventsAsked, readonly TrainingEvent[]>({
  verb: 'read-events',
  needs: { action: 'read', object: 'training-event' },
  about: ofMyself,
  run: async ({ tx, viewer, now }, { view, mine, before, limit }) => {
    const coming = view === 'coming'
    let asked = eventsOf(tx)
      .where('e.ends_at', coming ? '>=' : '<', at(now))
      .orderBy('e.starts_at', coming ? 'asc' : 'desc')
      .orderBy('e.id')
      .limit(limit + 1)
    if (mine) asked = asked.where('e.trainer_id', '=', viewer.person)
    if (before) asked = asked.where('e.starts_at', coming ? '>' : '<', at(before))
    return { done: (await asked.execute()).map(eventOf), entry: null }
  },
})
