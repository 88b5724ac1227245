import { sql } from 'kysely'
import { leaveDuring, shiftDuring } from '../../domain/rota/clashes.ts'
import { command } from '../command.ts'
import { shiftsDuring } from '../on-call-now.ts'
import { isListed, leavesFrom, oneAtATime, openShift, timezoneOf, todayOf } from './rota.ts'

type Input = { swap: string; answer: 'taken' | 'refused' }

/** Whoever was asked takes the shift over, as agreed, or says no: then it stays with whoever has it. */
export const answerSwap = command<Input, Input['answer'], 'over' | 'not-listed' | 'busy' | 'on-leave'>({
  verb: 'answer-swap',
  needs: { action: 'change', object: 'swap' },
  about: async ({ tx, viewer }, { swap }) => {
    const row = await tx.selectFrom('swap').select('to_person').where('id', '=', swap).executeTakeFirst()
    return row ? { own: row.to_person === viewer.person } : null
  },
  run: async (work, { swap: id, answer }) => {
    const { tx, viewer } = work
    await oneAtATime(tx)
    const swap = await tx
      .selectFrom('swap')
      .select(['shift_id', 'from_person'])
      .where('id', '=', id)
      .where('state', '=', 'asked')
      .executeTakeFirst()
    const shift = swap && (await openShift(work, swap.shift_id))
    if (!swap || !shift) return { fault: 'over' }
    const kept = { done: answer, entry: { object: 'swap' as const, id, owner: swap.from_person } }
    if (answer === 'refused') {
      await tx.updateTable('swap').set({ state: 'refused' }).where('id', '=', id).execute()
      return kept
    }
    if (!(await isListed(tx, viewer.person))) return { fault: 'not-listed' }
    const own = (await shiftsDuring(tx, shift)).filter(({ person }) => person === viewer.person)
    if (shiftDuring(shift, own)) return { fault: 'busy' }
    if (leaveDuring(shift, await leavesFrom(tx, todayOf(work), viewer.person), timezoneOf(work))) return { fault: 'on-leave' }
    const { rows } = await sql<{ shift: string | null }>`select take_swap(${id}) as shift`.execute(tx)
    return rows[0]?.shift ? kept : { fault: 'over' }
  },
})
