import { sql } from 'kysely'
import { command, ofMyself } from '../command.ts'

/** The wall that whoever asks has just put up against themselves. */
export const readOwnWall = command<null, { number: number; partner: string; owner: string | null } | null>({
  verb: 'read-own-wall',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx }) => {
    const { rows } = await sql<{ number: number; partner: string; owner: string | null }>`select * from my_own_wall()`.execute(tx)
    return { done: rows[0] ?? null, entry: null }
  },
})
