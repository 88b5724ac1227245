import { holds } from '../../domain/access/roles.ts'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

/** Which page of a concern is whose: what was said, the question whether to take it, or what was passed to their partner. */
export type ConcernPlace = 'whole' | 'offered' | 'passed'

export const readPlace = command<{ concern: string }, ConcernPlace>({
  verb: 'read-place',
  needs: { action: 'read', object: 'concern' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const facts = await aboutConcern(work, { concern })
    if (holds(work.viewer, 'coordinator') || facts?.own) return { done: 'whole', entry: null }
    return { done: facts?.offered ? 'offered' : 'passed', entry: null }
  },
})
