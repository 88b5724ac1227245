import { command } from '../command.ts'
import { aboutEvent } from './about-event.ts'
import { type Certificate, certificatesBy } from './certificates.ts'

/**
 * The certificates of those who were at an event, by name, for whoever taught it and for coordinators: without those that were withdrawn or
 * replaced since. Others of the same partner see those of their own people alone.
 */
export const readEventCertificates = command<{ event: string }, readonly Certificate[]>({
  verb: 'read-event-certificates',
  needs: { action: 'read', object: 'training-event' },
  about: aboutEvent,
  run: async (work, { event }) => {
    const rows = await work.tx
      .selectFrom('certificate as c')
      .innerJoin('attendance as a', 'a.id', 'c.attendance_id')
      .select('c.id')
      .where('a.event_id', '=', event)
      .where('c.withdrawn_at', 'is', null)
      .where('c.replaced_by', 'is', null)
      .execute()
    const found = rows.length
      ? await certificatesBy(
          work,
          rows.map(({ id }) => id),
        )
      : []
    const byName = new Intl.Collator('en')
    return {
      done: found.toSorted((a, b) => byName.compare(a.holder?.name ?? '', b.holder?.name ?? '') || (a.id < b.id ? -1 : 1)),
      entry: { object: 'training-event', id: event },
    }
  },
})
