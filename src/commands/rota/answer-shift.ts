import { leaveDuring } from '../../domain/rota/clashes.ts'
import { command } from '../command.ts'
import { isListed, leavesFrom, oneAtATime, openShift, timezoneOf, todayOf } from './rota.ts'

type Input = { shifts: readonly string[]; answer: 'agreed' | 'refused' }

/**
 * Whoever was asked agrees or says no, to one night or to several. What is refused stays on the rota, as refused, until someone else is asked.
 * All or none: if one of them is over, whoever answers looks again.
 */
export const answerShift = command<Input, Input['answer'], 'over' | 'answered' | 'not-listed' | 'on-leave'>({
  verb: 'answer-shift',
  needs: { action: 'add', object: 'shift-answer' },
  about: async ({ tx, viewer }, { shifts }) => {
    if (!shifts.length) return null
    const rows = await tx
      .selectFrom('shift')
      .select('person_id')
      .where('id', 'in', [...shifts])
      .execute()
    if (rows.length !== shifts.length) return null
    return { own: rows.every((row) => row.person_id === viewer.person) }
  },
  conflicts: { shift_answer_pkey: 'answered' },
  run: async (work, { shifts, answer }) => {
    const { tx, viewer } = work
    await oneAtATime(tx)
    if (!(await isListed(tx, viewer.person))) return { fault: 'not-listed' }
    const leaves = await leavesFrom(tx, todayOf(work), viewer.person)
    for (const id of shifts) {
      const shift = await openShift(work, id)
      if (!shift) return { fault: 'over' }
      if (shift.answer) return { fault: 'answered' }
      if (answer === 'agreed' && leaveDuring(shift, leaves, timezoneOf(work))) return { fault: 'on-leave' }
      await tx.insertInto('shift_answer').values({ shift_id: id, person_id: viewer.person, answer }).execute()
    }
    return { done: answer, entry: shifts.map((id) => ({ object: 'shift-answer' as const, id, owner: viewer.person })) }
  },
})
