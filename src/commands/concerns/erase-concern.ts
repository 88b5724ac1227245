import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

/** Erases a concern before its time, because somebody asked for it and may. Not what is open or on hold: that is closed, or lifted, first. */
export const eraseConcern = command<{ concern: string }, null, 'open' | 'held'>({
  verb: 'erase-concern',
  needs: { action: 'change', object: 'concern-hold' },
  about: aboutConcern,
  run: async ({ tx, viewer, parts, now }, { concern }) => {
    const { rows } = await sql<{ why: 'gone' | 'open' | 'held' | null }>`select concern_stays(${concern}::uuid, false) as why`.execute(tx)
    const why = rows[0]?.why ?? null
    if (why === 'open' || why === 'held') return { fault: why }
    const on = now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate().toString()
    // From here on it is erased, whatever happens to this transaction.
    await parts.dataKeys.destroy(concern, { on, rule: 'asked', by: viewer.person })
    await sql`select erase_concern(${concern}::uuid, 'asked')`.execute(tx)
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
