import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { type Concern, openConcern } from './open-concern.ts'
import type { SealedFault } from './sealed.ts'

/** Opens a concern to be printed. Paper leaves the desk, so it takes the right to change it, and is an entry of its own. */
export const printConcern = command<{ concern: string }, Concern, SealedFault>({
  verb: 'print-concern',
  needs: { action: 'change', object: 'concern-text' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const done = await openConcern(work, concern)
    return 'fault' in done ? done : { done, entry: { object: 'concern', id: concern } }
  },
})
