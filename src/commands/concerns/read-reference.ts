import type { ConcernState } from '../../domain/concerns/concern.ts'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

/** The number of a concern, for a form that is about it and opens nothing: whoever deals with its words may fill one in. */
export const readReference = command<{ concern: string }, { number: number; state: ConcernState }>({
  verb: 'read-reference',
  needs: { action: 'read', object: 'concern-text' },
  about: aboutConcern,
  run: async ({ tx }, { concern }) => {
    const { number, state } = await tx.selectFrom('concern').select(['number', 'state']).where('id', '=', concern).executeTakeFirstOrThrow()
    return { done: { number, state }, entry: null }
  },
})
