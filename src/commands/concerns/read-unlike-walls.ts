import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutTwo, type Two } from './link-concern.ts'

/** Are others kept out of one of them than of the other? Then they are joined with the walls of both, or not at all. */
export const readUnlikeWalls = command<Two, boolean>({
  verb: 'read-unlike-walls',
  needs: { action: 'read', object: 'concern-apart' },
  about: aboutTwo,
  run: async ({ tx }, { concern, other }) => {
    const { rows } = await sql<{ unlike: boolean | null }>`select unlike_walls(${concern}::uuid, ${other}::uuid) as unlike`.execute(tx)
    return { done: rows[0]?.unlike === true, entry: null }
  },
})
