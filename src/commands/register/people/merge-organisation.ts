import { sql } from 'kysely'
import { command, ofPartnership } from '../../command.ts'

/** One that was typed is another one: its people and what they were taught are then of that one. */
export const mergeOrganisation = command<{ organisation: string; into: string }, { moved: number }, 'no-organisation'>({
  verb: 'merge-organisation',
  needs: { action: 'change', object: 'organisation' },
  about: ofPartnership,
  run: async ({ tx }, { organisation, into }) => {
    const { rows } = await sql<{ moved: number | null }>`select merge_organisation(${organisation}::uuid, ${into}::uuid) as moved`.execute(
      tx,
    )
    const moved = rows[0]?.moved
    return moved == null ? { fault: 'no-organisation' } : { done: { moved }, entry: { object: 'organisation', id: organisation } }
  },
})
