import { isOver } from '../../domain/rota/shift.ts'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutShift, oneAtATime, shiftOf } from './rota.ts'

/** Takes a shift off the rota: nobody has it then. */
export const endShift = command<{ shift: string }, null, 'over'>({
  verb: 'end-shift',
  needs: { action: 'change', object: 'shift' },
  about: aboutShift,
  run: async ({ tx, now }, { shift: id }) => {
    await oneAtATime(tx)
    const shift = await shiftOf(tx, id)
    if (!shift || isOver(shift, now)) return { fault: 'over' }
    await tx
      .updateTable('shift')
      .set({ ended_at: at(now) })
      .where('id', '=', id)
      .execute()
    return { done: null, entry: { object: 'shift', id, owner: shift.person } }
  },
})
