import { randomUUID } from 'node:crypto'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/** Keeps a concern whatever the rules of retention say, for a reason that is kept with it. */
export const holdConcern = command<{ concern: string; reason: string }, null, SealedFault | 'held-already'>({
  verb: 'hold-concern',
  needs: { action: 'add', object: 'concern-hold' },
  about: aboutConcern,
  conflicts: { concern_hold_open: 'held-already' },
  run: async (work, { concern, reason }) => {
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const id = randomUUID()
    await work.tx
      .insertInto('concern_hold')
      .values({ id, concern_id: concern, sealed: key.seal('hold', id, reason) })
      .execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})

/** Lifts it: from now on the rules count again. */
export const liftHold = command<{ concern: string }, null>({
  verb: 'lift-hold',
  needs: { action: 'change', object: 'concern-hold' },
  about: aboutConcern,
  run: async ({ tx, now }, { concern }) => {
    await tx
      .updateTable('concern_hold')
      .set({ ended_at: at(now) })
      .where('concern_id', '=', concern)
      .where('ended_at', 'is', null)
      .execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
