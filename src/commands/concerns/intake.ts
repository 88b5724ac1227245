import { sql } from 'kysely'
import type { IntakeStanding } from '../../domain/concerns/intake-open.ts'
import type { Tx } from '../../store/store.ts'
import { command, ofPartnership } from '../command.ts'
import { at, instantOf } from '../instant.ts'

type Row = {
  read_at: Date | null
  key_ready: boolean
  closed_at: Date | null
  key: Buffer | null
  covered_until: Date | null
  coordinators: string[]
}

/** How it stands with the form, as the database has it (intake_state). What that means is the domain's to say. */
export const standingOf = async (tx: Tx): Promise<IntakeStanding> => {
  const { rows } = await sql<Row>`select * from intake_state()`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('intake_state gave no row')
  const instant = (date: Date | null) => date && instantOf(date)
  return {
    readAt: instant(row.read_at),
    keyReady: row.key_ready,
    closedAt: instant(row.closed_at),
    key: row.key,
    coveredUntil: instant(row.covered_until),
    coordinators: row.coordinators,
  }
}

/** Takes no report in from now on, until it is opened again. Whoever has the form before them is told at once when they send it. */
export const closeIntake = command<null, null, 'earlier'>({
  verb: 'close-intake',
  needs: { action: 'change', object: 'intake' },
  about: ofPartnership,
  run: async ({ tx, viewer, now }) => {
    const { numUpdatedRows } = await tx
      .updateTable('intake')
      .set({ closed_at: at(now), closed_by: viewer.person })
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows ? { done: null, entry: { object: 'intake', id: 'form' } } : { fault: 'earlier' }
  },
})

/** Lets the form be open again, where nothing else keeps it closed. */
export const openIntake = command<null, null, 'earlier'>({
  verb: 'open-intake',
  needs: { action: 'change', object: 'intake' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const { numUpdatedRows } = await tx
      .updateTable('intake')
      .set({ closed_at: null, closed_by: null })
      .where('closed_at', 'is not', null)
      .executeTakeFirst()
    return numUpdatedRows ? { done: null, entry: { object: 'intake', id: 'form' } } : { fault: 'earlier' }
  },
})
