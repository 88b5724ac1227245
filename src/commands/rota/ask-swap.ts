import { shiftDuring } from '../../domain/rota/clashes.ts'
import { command } from '../command.ts'
import { shiftsDuring } from '../on-call-now.ts'
import { aboutShift, isListed, oneAtATime, openShift } from './rota.ts'

/** Asks someone on the list to take a shift of one's own. Until they do, it stays where it is. */
export const askSwap = command<
  { shift: string; to: string },
  { swap: string },
  'over' | 'not-listed' | 'busy' | 'yourself' | 'asked-already'
>({
  verb: 'ask-swap',
  needs: { action: 'add', object: 'swap' },
  about: aboutShift,
  conflicts: { swap_open: 'asked-already' },
  run: async (work, { shift: id, to }) => {
    const { tx, viewer, parts } = work
    await oneAtATime(tx)
    const shift = await openShift(work, id)
    if (!shift) return { fault: 'over' }
    if (to === viewer.person) return { fault: 'yourself' }
    if (!(await isListed(tx, to))) return { fault: 'not-listed' }
    const theirs = (await shiftsDuring(tx, shift)).filter(({ person }) => person === to)
    if (shiftDuring(shift, theirs)) return { fault: 'busy' }
    const { id: swap } = await tx
      .insertInto('swap')
      .values({ shift_id: id, from_person: viewer.person, to_person: to })
      .returning('id')
      .executeTakeFirstOrThrow()
    await parts.queue(tx, { name: 'mail', mail: 'swap-asked', swap })
    return { done: { swap }, entry: { object: 'swap', id: swap, owner: to } }
  },
})
