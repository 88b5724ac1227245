import { nameKey } from '../../domain/register/names.ts'
import { command } from '../command.ts'
import { aboutEvent } from './about-event.ts'
import { lockEvent } from './events-lock.ts'
import { knownWorkplaces, placed, type TypedWorkplace } from './workplace.ts'

type Input = TypedWorkplace & { event: string; entry: string; name: string; group: string | null }

/** Puts a name or an organisation on the list right. Once somebody is counted, it is their own record that is put right. */
export const correctEntry = command<Input, { entry: string }, 'sector' | 'counted'>({
  verb: 'correct-entry',
  needs: { action: 'change', object: 'event-entry' },
  about: aboutEvent,
  run: async ({ tx }, { event, entry, name, group, ...workplace }) => {
    await lockEvent(tx, event)
    const at = placed(await knownWorkplaces(tx, [workplace.organisation]), workplace)
    if (!at) return { fault: 'sector' }
    const done = await tx
      .updateTable('event_entry')
      .set({ name, name_key: nameKey(name), role_group: group, ...at })
      .where('event_id', '=', event)
      .where('id', '=', entry)
      .where('state', 'in', ['booked', 'waiting', 'entered', 'struck'])
      .executeTakeFirst()
    return done.numUpdatedRows ? { done: { entry }, entry: { object: 'training-event', id: event } } : { fault: 'counted' }
  },
})
