import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { type ConcernHead, headOf } from './head.ts'

/** What a concern is without a word of it: for pages that need no more, and while the key is closed. No entry: a list shows as much. */
export const readHead = command<{ concern: string }, ConcernHead>({
  verb: 'read-head',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async (work, { concern }) => ({ done: await headOf(work, concern), entry: null }),
})
