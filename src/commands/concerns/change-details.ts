import { sql } from 'kysely'
import type { Plain } from '../../domain/concerns/concern.ts'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

type Details = Pick<Plain, 'town' | 'sector' | 'signs'>

/** Changes what lists search by. `version`: the one that was read. */
export const changeDetails = command<Details & { concern: string; version: number }, null, 'changed-meanwhile'>({
  verb: 'change-details',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async ({ tx }, { concern, version, town, sector, signs }) => {
    const changed = await tx
      .updateTable('concern')
      .set({ town, sector, signs: [...signs], version: sql`version + 1` })
      .where('id', '=', concern)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!changed.numUpdatedRows) return { fault: 'changed-meanwhile' }
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
