import { sql } from 'kysely'
import { command, ofPartnership } from '../command.ts'
import { at } from '../instant.ts'
import { exportable, freshOf } from './exportable.ts'

/** Marks what was recorded since the last export as exported, together: from then on it waits to be in the pack. */
export const exportChecks = command<Record<never, never>, { at: number }, 'nothing-to-export'>({
  verb: 'export-checks',
  needs: { action: 'change', object: 'fact-check' },
  about: ofPartnership,
  run: async (work) => {
    const { tx, now } = work
    const ids = freshOf(work, await exportable(work)).map(({ id }) => id)
    if (!ids.length) return { fault: 'nothing-to-export' }
    const marked = await tx
      .updateTable('fact_check')
      .set({ exported_at: at(now), version: sql`version + 1` })
      .where('id', 'in', ids)
      .where('exported_at', 'is', null)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    // Another coordinator was faster.
    if (!marked.numUpdatedRows) return { fault: 'nothing-to-export' }
    return { done: { at: now.epochMilliseconds }, entry: { object: 'fact-check', id: `export-${now.epochMilliseconds}`, owner: null } }
  },
})
