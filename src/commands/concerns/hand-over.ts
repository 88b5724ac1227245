import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { acceptUntil } from '../../domain/concerns/climb.ts'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { answerOf, type OwnerAnswer, whoMayOwn, withinOf } from './owner-call.ts'
import { concernKey, type SealedFault } from './sealed.ts'

type Input = {
  concern: string
  to: string
  /** In the offerer's own words: whoever is asked reads this, and nothing else of it, before they accept. */
  summary: string
}

/** Offers a concern to one person. Until they accept it stays with whoever has it. */
export const handOver = command<Input, { until: string }, SealedFault | Exclude<OwnerAnswer, 'done' | 'over'>>({
  verb: 'hand-over',
  needs: { action: 'add', object: 'concern-offer' },
  about: aboutConcern,
  run: async (work, { concern, to, summary }) => {
    const { tx, now } = work
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const found = await tx.selectFrom('concern').select(['danger', 'child', 'young']).where('id', '=', concern).executeTakeFirstOrThrow()
    const candidates = await whoMayOwn(work, concern)
    const rung = candidates.find(({ person }) => person === to)?.rung ?? 0
    const id = randomUUID()
    const until = acceptUntil(now, found.danger || found.child || found.young, withinOf(work))
    const answer = await answerOf(
      tx,
      sql`select hand_over(${concern}::uuid, ${id}::uuid, ${to}::uuid, ${rung}, ${key.seal('summary', id, summary)}, ${at(now)}, ${at(until)}) as answer`,
    )
    if (answer !== 'done') return { fault: answer === 'over' ? 'closed' : answer }
    return { done: { until: String(until) }, entry: { object: 'concern', id: concern, owner: to } }
  },
})
