import { sql } from 'kysely'
import type { ConcernMark } from '../../domain/concerns/concern.ts'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

/** Marks a concern as perhaps made up, or as one of many alike; null: neither. It stays where it is, and is dealt with as before. */
export const markConcern = command<{ concern: string; mark: ConcernMark | null }, null>({
  verb: 'mark-concern',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async ({ tx }, { concern, mark }) => {
    await tx.updateTable('concern').set({ mark, version: sql`version + 1` }).where('id', '=', concern).execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
