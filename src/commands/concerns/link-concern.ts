import { command, type Work } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

export type Two = { concern: string; other: string }

/** Both must be there for whoever asks: what they may not see is not there. */
export const aboutTwo = async (work: Work, { concern, other }: Two) => {
  if (concern === other || !(await aboutConcern(work, { concern: other }))) return null
  return aboutConcern(work, { concern })
}

export const both = ({ concern, other }: Two) => [concern, other].map((id) => ({ object: 'concern' as const, id }))

/** Says that two concerns belong together. Each stays what it is. */
export const linkConcern = command<Two, null, 'linked-already'>({
  verb: 'link-concern',
  needs: { action: 'add', object: 'concern-link' },
  about: aboutTwo,
  run: async ({ tx }, two) => {
    await tx.insertInto('concern_link').values({ concern_id: two.concern, other_id: two.other, kind: 'related' }).execute()
    return { done: null, entry: both(two) }
  },
  conflicts: { concern_link_once: 'linked-already' },
})
