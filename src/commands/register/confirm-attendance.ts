import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutEvent } from './about-event.ts'

type Input = { event: string; entries: readonly string[]; inRoom: number }

/** Whoever taught it says who of the list was there, and how many they counted: each becomes an attendance, once (confirm_entries). */
export const confirmAttendance = command<Input, { counted: number }, 'cancelled' | 'none'>({
  verb: 'confirm-attendance',
  needs: { action: 'change', object: 'training-event' },
  about: aboutEvent,
  run: async ({ tx }, { event, entries, inRoom }) => {
    if (!entries.length) return { fault: 'none' }
    const { rows } = await sql<{ counted: number | null }>`
      select confirm_entries(${event}::uuid, ${[...entries]}::uuid[], ${inRoom}::int) as counted`.execute(tx)
    const counted = rows[0]?.counted ?? null
    if (counted === null) return { fault: 'cancelled' }
    return { done: { counted }, entry: { object: 'training-event', id: event } }
  },
})
