import { numberIn } from '../../domain/concerns/concern.ts'
import { command, ofMyself } from '../command.ts'

/** The concern with this reference, of those that whoever asks may see; null: none. */
export const readByReference = command<{ reference: string }, { concern: string } | null>({
  verb: 'read-by-reference',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx }, { reference }) => {
    const number = numberIn(reference)
    const found = number === null ? undefined : await tx.selectFrom('concern').select('id').where('number', '=', number).executeTakeFirst()
    return { done: found ? { concern: found.id } : null, entry: null }
  },
})
