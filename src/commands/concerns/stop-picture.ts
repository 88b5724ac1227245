import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { isOf } from './open-picture.ts'

/**
 * "This may be an illegal image": from now on nobody opens it, whatever they are. Its bytes are kept for the police, sealed as they were, where
 * neither the desk nor a backup reaches (migrations/0011-pictures.ts). Nothing has to be opened for that, so a closed key is not in the way.
 */
export const stopPicture = command<{ concern: string; picture: string }, null>({
  verb: 'stop-picture',
  needs: { action: 'change', object: 'concern-picture' },
  about: async (work, { concern, picture }) => ((await isOf(work, concern, picture)) ? aboutConcern(work, { concern }) : null),
  run: async ({ tx }, { concern, picture }) => {
    await sql`select stop_picture(${picture})`.execute(tx)
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
