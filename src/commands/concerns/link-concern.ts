import { sql } from 'kysely'
import type { Tx } from '../../store/store.ts'
import { command, type Work } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

export type Two = { concern: string; other: string }

/** Both must be there for whoever asks: what they may not see is not there. */
export const aboutTwo = async (work: Work, { concern, other }: Two) => {
  if (concern === other || !(await aboutConcern(work, { concern: other }))) return null
  return aboutConcern(work, { concern })
}

export const both = ({ concern, other }: Two) => [concern, other].map((id) => ({ object: 'concern' as const, id }))

/** `walls`: whoever is kept out of one is kept out of both from now on. Without that only those are joined of which the same are kept out. */
export type ToJoin = Two & { walls?: boolean }

export const wallsAlike = async (tx: Tx, { concern, other, walls }: ToJoin): Promise<void> => {
  if (walls) await sql`select copy_walls(${concern}::uuid, ${other}::uuid)`.execute(tx)
}

/** Says that two concerns belong together. Each stays what it is. */
export const linkConcern = command<ToJoin, null, 'linked-already' | 'unlike-walls' | 'nobody-left'>({
  verb: 'link-concern',
  needs: { action: 'add', object: 'concern-link' },
  about: aboutTwo,
  run: async ({ tx }, two) => {
    await wallsAlike(tx, two)
    await tx.insertInto('concern_link').values({ concern_id: two.concern, other_id: two.other, kind: 'related' }).execute()
    return { done: null, entry: both(two) }
  },
  conflicts: { concern_link_once: 'linked-already', WM019: 'unlike-walls', WM012: 'nobody-left' },
})
