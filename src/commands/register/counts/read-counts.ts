import { sql } from 'kysely'
import type { Count, CountKind, CountMeasure } from '../../../domain/register/count.ts'
import { command, ofMyself } from '../../command.ts'
import { instantOf } from '../../instant.ts'

export type CountsAsk = {
  kind: CountKind
  /** Null: of all of the kind. */
  of: string | null
  /** '' of all together; null: of each. */
  tier: string | null
  periods: readonly string[]
  measures: readonly CountMeasure[]
  /** The greatest so many alone. */
  most?: number
}
export type CountRow = Count & { of: string; tier: string; period: string; measure: CountMeasure; partner: string | null }

/** Figures as they were counted last; what is 0 has no row. A SPOC gets those of their own partner. */
export const readCounts = command<CountsAsk, readonly CountRow[]>({
  verb: 'read-counts',
  needs: { action: 'read', object: 'register-count' },
  about: ofMyself,
  run: async ({ tx }, { kind, of, tier, periods, measures, most }) => {
    let asked = tx
      .selectFrom('register_count')
      .select(['of', 'tier', 'period', 'measure', 'partner_id', 'least', 'most'])
      .where('kind', '=', kind)
      .where('period', 'in', [...periods])
      .where('measure', 'in', [...measures])
    if (of !== null) asked = asked.where('of', '=', of)
    if (tier !== null) asked = asked.where('tier', '=', tier)
    if (most !== undefined) asked = asked.orderBy('most', 'desc').orderBy('of').limit(most)
    const rows = await asked.execute()
    return { done: rows.map(({ partner_id, ...row }) => ({ ...row, partner: partner_id })), entry: null }
  },
})

/** `left`: names that are still to be looked at, no further than 10,000. */
export type Counted = { at: Temporal.Instant | null; asked: Temporal.Instant | null; left: number }

export const readCountedState = command<null, Counted>({
  verb: 'read-counted-state',
  needs: { action: 'read', object: 'register-count' },
  about: ofMyself,
  run: async ({ tx }) => {
    const { rows } = await sql<{
      counted_at: Date | null
      asked_at: Date | null
      names_left: string
    }>`select * from counted_state()`.execute(tx)
    const [row] = rows
    const done = { at: row?.counted_at ? instantOf(row.counted_at) : null, asked: row?.asked_at ? instantOf(row.asked_at) : null }
    return { done: { ...done, left: Number(row?.names_left ?? 0) }, entry: null }
  },
})
