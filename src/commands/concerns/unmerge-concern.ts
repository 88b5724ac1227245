import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutTwo, both, type Two } from './link-concern.ts'
import { endLink } from './unlink-concern.ts'

/** They are two after all: each is dealt with by itself again, by whoever owns both now. */
export const unmergeConcern = command<Two, null, 'not-linked'>({
  verb: 'unmerge-concern',
  needs: { action: 'change', object: 'concern-link' },
  about: aboutTwo,
  run: async (work, two) => {
    if (!(await endLink(work, two, 'merged'))) return { fault: 'not-linked' }
    await work.tx.updateTable('concern').set({ merged_into: null, version: sql`version + 1` }).where('id', '=', two.concern).execute()
    return { done: null, entry: both(two) }
  },
})
