import { sql } from 'kysely'
import { command, type Work } from '../command.ts'
import { mergedInto, withMerged } from '../merged.ts'
import { aboutConcern } from './about-concern.ts'

/** Opens a closed concern again, with what was merged into it: its reporter reads that somebody deals with it. */
export const reopenConcern = command<{ concern: string }, null, 'not-closed' | 'is-merged'>({
  verb: 'reopen-concern',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const { state, merged_into } = await work.tx
      .selectFrom('concern')
      .select(['state', mergedInto('concern.id').as('merged_into')])
      .where('id', '=', concern)
      .executeTakeFirstOrThrow()
    if (state !== 'closed') return { fault: 'not-closed' }
    if (merged_into) return { fault: 'is-merged' }
    return { done: null, entry: await reopen(work, concern) }
  },
})

/** What was opened again, for the audit: nothing where it was not closed. */
export const reopen = async ({ tx }: Work, concern: string): Promise<{ object: 'concern'; id: string }[]> => {
  const opened = await tx
    .updateTable('concern')
    .set({ state: 'open', outcome: null, closed_at: null, version: sql`version + 1` })
    .where('id', 'in', withMerged(concern))
    .where('state', '=', 'closed')
    .returning('id')
    .execute()
  return opened.map(({ id }) => ({ object: 'concern', id }))
}
