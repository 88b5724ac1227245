import { sql } from 'kysely'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutCheck, checkOf, type FactKey } from './check.ts'

/** A check was a mistake: it stays to be seen, counts no more, and leaves every export that is still to be made or fetched again. */
export const withdrawCheck = command<FactKey & { check: string }, null, 'withdrawn-already'>({
  verb: 'withdraw-check',
  needs: { action: 'change', object: 'fact-check' },
  about: aboutCheck,
  run: async (work, input) => {
    const { tx, now } = work
    const withdrawn = await tx
      .updateTable('fact_check')
      .set({ ended_at: at(now), version: sql`version + 1` })
      .where('id', '=', input.check)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!withdrawn.numUpdatedRows) return { fault: 'withdrawn-already' }
    const { madeBy } = (await checkOf(work, input)) ?? { madeBy: null }
    return { done: null, entry: { object: 'fact-check', id: input.check, owner: madeBy } }
  },
})
