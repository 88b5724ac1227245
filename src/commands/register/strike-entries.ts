import { randomUUID } from 'node:crypto'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutEvent } from './about-event.ts'
import { lockEvent } from './events-lock.ts'

/** Which names: these, all that came within a span of time, or all that were typed in one go. */
export type WhichEntries = { entries: readonly string[] } | { from: Temporal.Instant; to: Temporal.Instant } | { batch: string }

/** Takes names off the list that are not counted yet: false ones, or ones typed by mistake. `strike` brings all of them back in one go. */
export const strikeEntries = command<{ event: string; which: WhichEntries }, { strike: string; struck: number }, 'none'>({
  verb: 'strike-entries',
  needs: { action: 'change', object: 'event-entry' },
  about: aboutEvent,
  run: async ({ tx }, { event, which }) => {
    await lockEvent(tx, event)
    const strike = randomUUID()
    const all = tx
      .updateTable('event_entry')
      .set({ state: 'struck', struck_in: strike })
      .where('event_id', '=', event)
      .where('state', '=', 'entered')
    const those =
      'batch' in which
        ? all.where('batch', '=', which.batch)
        : 'from' in which
          ? // Names that people entered themselves: what the trainer typed meanwhile is no flood.
            all.where('way', '=', 'phone').where('at', '>=', at(which.from)).where('at', '<', at(which.to))
          : all.where('id', 'in', which.entries.length ? [...which.entries] : [event])
    const struck = Number((await those.executeTakeFirst()).numUpdatedRows)
    return struck ? { done: { strike, struck }, entry: { object: 'training-event', id: event } } : { fault: 'none' }
  },
})

/** Brings names back: these, to be ticked again; or all that were struck out in one go, as they were. */
type Back = { event: string } & ({ entries: readonly string[] } | { strike: string })

export const restoreEntries = command<Back, { restored: number }, 'none'>({
  verb: 'restore-entries',
  needs: { action: 'change', object: 'event-entry' },
  about: aboutEvent,
  run: async ({ tx }, { event, ...which }) => {
    await lockEvent(tx, event)
    const all = tx
      .updateTable('event_entry')
      .set({ state: 'entered', struck_in: null, ...('entries' in which ? { left_out: false } : {}) })
      .where('event_id', '=', event)
      .where('state', '=', 'struck')
    const those =
      'strike' in which
        ? all.where('struck_in', '=', which.strike)
        : all.where('id', 'in', which.entries.length ? [...which.entries] : [event])
    const restored = Number((await those.executeTakeFirst()).numUpdatedRows)
    return restored ? { done: { restored }, entry: { object: 'training-event', id: event } } : { fault: 'none' }
  },
})
