import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

/** The number of a concern, for a form that is about it and opens nothing: whoever deals with its words may fill one in. */
export const readReference = command<{ concern: string }, { number: number }>({
  verb: 'read-reference',
  needs: { action: 'read', object: 'concern-text' },
  about: aboutConcern,
  run: async ({ tx }, { concern }) => {
    const { number } = await tx.selectFrom('concern').select('number').where('id', '=', concern).executeTakeFirstOrThrow()
    return { done: { number }, entry: null }
import { type ConcernState, reference } from '../../domain/concerns/concern.ts'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

/** What a concern is called, for a page that is to do something with it and shows nothing of it. */
export const readReference = command<{ concern: string }, { reference: string; state: ConcernState }>({
  verb: 'read-reference',
  needs: { action: 'read', object: 'access-request' },
  about: aboutConcern,
  run: async ({ tx }, { concern }) => {
    const { number, state } = await tx.selectFrom('concern').select(['number', 'state']).where('id', '=', concern).executeTakeFirstOrThrow()
    return { done: { reference: reference(number), state }, entry: null }
  },
})
