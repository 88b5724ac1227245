import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

/** Takes a registration, number or address from a concern: it was a mistake. Removed twice is removed. */
export const removeIdentifier = command<{ concern: string; identifier: string }, null>({
  verb: 'remove-identifier',
  needs: { action: 'remove', object: 'concern-identifier' },
  about: aboutConcern,
  run: async ({ tx }, { concern, identifier }) => {
    const gone = await tx.deleteFrom('concern_identifier').where('id', '=', identifier).where('concern_id', '=', concern).executeTakeFirst()
    return { done: null, entry: gone.numDeletedRows ? { object: 'concern', id: concern } : null }
  },
})
