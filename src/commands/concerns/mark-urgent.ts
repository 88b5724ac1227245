import { sql } from 'kysely'
import { type Command, command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'

type Urgent = 'danger' | 'child'

const marking = (what: Urgent, set: boolean): Command<{ concern: string }, { gone: boolean }, never> =>
  command({
    verb: `${set ? 'mark' : 'unmark'}-${what}`,
    needs: { action: 'change', object: 'concern' },
    about: aboutConcern,
    run: async (work, { concern }) => {
      await work.tx
        .updateTable('concern')
        .set({ [what]: set, version: sql`version + 1` })
        .where('id', '=', concern)
        .where(what, '=', !set)
        .execute()
      // Without the mark it may be for coordinators only, and has gone to one (store/migrations/0014-owners.ts, narrowed).
      const gone = (await aboutConcern(work, { concern })) === null
      return { done: { gone }, entry: { object: 'concern', id: concern } }
    },
  })

/** Danger to life, or a child: whoever owns it and whoever is first on call are told at once, but for whoever marked it. */
export const markings = {
  danger: { mark: marking('danger', true), unmark: marking('danger', false) },
  child: { mark: marking('child', true), unmark: marking('child', false) },
} as const
