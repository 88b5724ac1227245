import { isOver } from '../../domain/rota/shift.ts'
import { command } from '../command.ts'
import type { RotaShift } from '../on-call-now.ts'
import { aboutShift, shiftOf } from './rota.ts'

/** One shift, before it is changed. */
export const readShift = command<{ shift: string }, RotaShift, 'over'>({
  verb: 'read-shift',
  needs: { action: 'read', object: 'shift' },
  about: aboutShift,
  run: async ({ tx, now }, { shift: id }) => {
    const shift = await shiftOf(tx, id)
    return !shift || isOver(shift, now) ? { fault: 'over' } : { done: shift, entry: null }
  },
})
