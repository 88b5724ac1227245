import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { emailKey, nameKey } from '../../domain/register/names.ts'
import { registerHash } from '../attend/parts.ts'
import { command } from '../command.ts'
import { aboutEvent } from './about-event.ts'
import { lockEvent } from './events-lock.ts'
import { isMailboxOfAnother } from './mailbox.ts'
import { knownWorkplaces, placed, type TypedWorkplace } from './workplace.ts'

/** In the order in which they were typed. */
const inTurn = (n: number) => sql<Date>`now() + ${n} * interval '1 microsecond'`

type Input = {
  event: string
  /** From the trainer's own list, or from a paper sheet. */
  way: 'list' | 'sheet'
  /** `email`: where the sheet has one, for the certificate. */
  names: readonly (TypedWorkplace & { name: string; group?: string | null; email?: string | null })[]
}

/** Whoever teaches types who is there, for those without a phone or a signal. Nobody is counted by it. `batch` undoes all of them in one go. */
export const listNames = command<Input, { batch: string; added: number }, 'cancelled' | 'none' | 'sector'>({
  verb: 'list-names',
  needs: { action: 'add', object: 'event-entry' },
  about: aboutEvent,
  run: async ({ tx, parts }, { event: id, way, names }) => {
    if (!names.length) return { fault: 'none' }
    await lockEvent(tx, id)
    const event = await tx.selectFrom('training_event').select(['state', 'trainer_id']).where('id', '=', id).executeTakeFirstOrThrow()
    if (event.state === 'cancelled') return { fault: 'cancelled' }
    const known = await knownWorkplaces(
      tx,
      names.map(({ organisation }) => organisation),
    )
    const batch = randomUUID()
    const rows = []
    // Two people of one mailbox are two: the second is listed without it.
    const mailboxes = new Set<string>()
    for (const [n, { name, group, email, ...workplace }] of names.entries()) {
      const at = placed(known, workplace)
      if (!at) return { fault: 'sector' }
      const box = email ? emailKey(email) : ''
      const key = box && !mailboxes.has(box) ? registerHash(parts.pepper, 'email', box) : null
      mailboxes.add(box)
      const mail = key && !(await isMailboxOfAnother(tx, { event: id, but: null, key })) ? { email, email_key: key } : {}
      const entry = { id: randomUUID(), event_id: id, trainer_id: event.trainer_id, name, name_key: nameKey(name), batch, way }
      rows.push({ ...entry, ...at, ...mail, role_group: group ?? null, state: 'entered' as const, at: inTurn(n) })
    }
    await tx.insertInto('event_entry').values(rows).execute()
    return { done: { batch, added: rows.length }, entry: { object: 'training-event', id } }
  },
})
