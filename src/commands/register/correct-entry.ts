import { emailKey, nameKey } from '../../domain/register/names.ts'
import { registerHash } from '../attend/parts.ts'
import { command } from '../command.ts'
import { aboutEvent } from './about-event.ts'
import { lockEvent } from './events-lock.ts'
import { isMailboxOfAnother } from './mailbox.ts'
import { knownWorkplaces, placed, type TypedWorkplace } from './workplace.ts'

type Input = TypedWorkplace & {
  event: string
  entry: string
  name: string
  group: string | null
  /** In place of the one that is there, which nobody reads; null: none. Left out, it stays as it is. */
  email?: string | null
}

/** Puts a name, an organisation or an email on the list right. Once somebody is counted, it is their own record that is put right. */
export const correctEntry = command<Input, { entry: string }, 'sector' | 'counted' | 'mailbox'>({
  verb: 'correct-entry',
  needs: { action: 'change', object: 'event-entry' },
  about: aboutEvent,
  run: async ({ tx, parts }, { event, entry, name, group, email, ...workplace }) => {
    await lockEvent(tx, event)
    const at = placed(await knownWorkplaces(tx, [workplace.organisation]), workplace)
    if (!at) return { fault: 'sector' }
    const key = email ? registerHash(parts.pepper, 'email', emailKey(email)) : null
    if (key && (await isMailboxOfAnother(tx, { event, but: entry, key }))) return { fault: 'mailbox' }
    const done = await tx
      .updateTable('event_entry')
      .set({ name, name_key: nameKey(name), role_group: group, ...at, ...(email === undefined ? {} : { email, email_key: key }) })
      .where('event_id', '=', event)
      .where('id', '=', entry)
      .where('state', 'in', ['booked', 'waiting', 'entered', 'struck'])
      .executeTakeFirst()
    return done.numUpdatedRows ? { done: { entry }, entry: { object: 'training-event', id: event } } : { fault: 'counted' }
  },
})
