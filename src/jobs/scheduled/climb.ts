import { sql } from 'kysely'
import { at as dateOf } from '../../commands/instant.ts'
import { type AcceptWithin, type Climbing, climb, type OfferCause, type OfferRung } from '../../domain/concerns/climb.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome } from '../queue.ts'

/** As `climb_facts` gives them (store/migrations/0014-owners.ts). */
type Row = Omit<Climbing, 'ownedSince' | 'offer' | 'last'> & {
  owned: string
  offer: {
    id: string | null
    rung: OfferRung
    at: string
    until: string
    cause: OfferCause
    flagged_at: string | null
    answer: 'accepted' | 'refused' | 'lapsed' | 'withdrawn' | null
  } | null
}

const climbingOf = ({ owned, offer, ...rest }: Row): Climbing => {
  const there = offer?.id ? offer : null
  const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
  return {
    ...rest,
    ownedSince: instant(owned),
    offer: there && there.answer === null ? { ...there, until: instant(there.until), flagged: there.flagged_at !== null } : null,
    last: there && there.answer !== null ? { ...there, answer: there.answer, at: instant(there.at) } : null,
  }
}

/**
 * Moves on what nobody accepted, what was refused, and danger that nobody has opened: one rung each time, in the order of how much it presses.
 * Of two desks that do it at once, the second waits for the first at each concern and finds nothing left to do.
 */
export const climbConcerns =
  (db: Db, { now, within }: { now(): Temporal.Instant; within(): AcceptWithin }) =>
  async (): Promise<Outcome> => {
    const at = now()
    const limits = within()
    const due = await sql<{ id: string }>`select climbs_due(${dateOf(at)}, ${limits.danger}) as id`.execute(db)
    for (const { id } of due.rows)
      await db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ facts: Row | null }>`select climb_facts(${id}::uuid, ${dateOf(at)}) as facts`.execute(tx)
        const facts = rows[0]?.facts
        const done = facts ? climb(climbingOf(facts), at, limits) : ({ step: 'nothing' } as const)
        if (done.step === 'nothing') return
        const whom = done.step === 'offer' ? done.to : done.step === 'withdraw' ? null : done.owner
        const [rung, until] = done.step === 'offer' ? [done.rung, dateOf(done.until)] : [null, null]
        await sql`select climb_to(${id}::uuid, ${done.step}, ${whom}::uuid, ${rung}::int, ${dateOf(at)}, ${until}::timestamptz)`.execute(tx)
      })
    return { code: 'done' }
  }
