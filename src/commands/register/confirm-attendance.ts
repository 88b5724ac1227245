import { sql } from 'kysely'
import { holds } from '../../domain/access/roles.ts'
import { command } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutEvent } from './about-event.ts'
import { isApproved } from './approvals.ts'

/** `leftOut`: names that whoever confirms had before them, and did not tick. */
type Input = { event: string; entries: readonly string[]; leftOut?: readonly string[]; inRoom: number }

/**
 * Whoever taught it says who of the list was there, and how many they counted: each becomes an attendance, once (confirm_entries). Whoever may
 * not teach it on that day plans it and keeps its list; a coordinator approves them, or confirms it in their place.
 */
export const confirmAttendance = command<Input, { counted: number }, 'cancelled' | 'none' | 'early' | 'approval'>({
  verb: 'confirm-attendance',
  needs: { action: 'change', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx, viewer, now, parts }, { event, entries, leftOut = [], inRoom }) => {
    if (!entries.length) return { fault: 'none' }
    const row = await tx
      .selectFrom('training_event')
      .select(['tier', 'starts_at', 'trainer_id'])
      .where('id', '=', event)
      .executeTakeFirstOrThrow()
    const starts = instantOf(row.starts_at)
    if (Temporal.Instant.compare(now, starts) < 0) return { fault: 'early' }
    const { timezone } = parts.pack.partnership
    const day = starts.toZonedDateTimeISO(timezone).toPlainDate()
    if (!holds(viewer, 'coordinator') && !(await isApproved(tx, parts, { trainer: row.trainer_id, tier: row.tier, day })))
      return { fault: 'approval' }
    const { rows } = await sql<{ counted: number | null }>`
      select confirm_entries(${event}::uuid, ${[...entries]}::uuid[], ${inRoom}::int, ${timezone}) as counted`.execute(tx)
    const counted = rows[0]?.counted ?? null
    if (counted === null) return { fault: 'cancelled' }
    if (leftOut.length)
      await tx
        .updateTable('event_entry')
        .set({ left_out: true })
        .where('event_id', '=', event)
        .where('state', '=', 'entered')
        .where('id', 'in', [...leftOut])
        .execute()
    return { done: { counted }, entry: { object: 'training-event', id: event } }
  },
})
