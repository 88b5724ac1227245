import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Command, command, type Work } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

type Urgent = 'danger' | 'child'

const set = async ({ tx }: Work, concern: string, what: Urgent, to: boolean): Promise<void> => {
  await tx
    .updateTable('concern')
    .set({ [what]: to, version: sql`version + 1` })
    .where('id', '=', concern)
    .where(what, '=', !to)
    .execute()
}

const marking = (what: Urgent): Command<{ concern: string }, null, never> =>
  command({
    verb: `mark-${what}`,
    needs: { action: 'change', object: 'concern' },
    about: aboutConcern,
    run: async (work, { concern }) => {
      await set(work, concern, what, true)
      return { done: null, entry: { object: 'concern', id: concern } }
    },
  })

const unmarking = (what: Urgent) =>
  command<{ concern: string; reason: string }, { gone: boolean }, SealedFault>({
    verb: `unmark-${what}`,
    needs: { action: 'change', object: 'concern' },
    about: aboutConcern,
    run: async (work, { concern, reason }) => {
      const key = await concernKey(work, concern)
      if ('fault' in key) return key
      const id = randomUUID()
      await work.tx
        .insertInto('concern_note')
        .values({ id, concern_id: concern, sealed: key.seal('note', id, reason) })
        .execute()
      await set(work, concern, what, false)
      // Without the mark it may be for coordinators only, and has gone to one (store/migrations/0014-owners.ts, narrowed).
      const gone = (await aboutConcern(work, { concern })) === null
      return { done: { gone }, entry: { object: 'concern', id: concern } }
    },
  })

/**
 * Danger to life, or a child: whoever owns it and whoever is first on call are told at once, but for whoever marked it. Taken back only with a
 * reason, as a note inside.
 */
export const markings = {
  danger: { mark: marking('danger'), unmark: unmarking('danger') },
  child: { mark: marking('child'), unmark: unmarking('child') },
} as const
