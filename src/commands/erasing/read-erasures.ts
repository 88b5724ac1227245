import { lastDays, opensDays, receivesDays } from '../../domain/concerns/key-life.ts'
import type { ErasingRule } from '../../domain/concerns/retention.ts'
import { isFault } from '../../store/keys/fault.ts'
import { command, ofPartnership } from '../command.ts'
import { instantOf } from '../instant.ts'
import type { Parts } from '../parts.ts'

/** `by`, `reason` (an id of the pack's) and `asked`: where somebody asked for it. */
export type Erasure = {
  id: string
  number: number
  rule: ErasingRule
  at: Temporal.Instant
  by: string | null
  reason: string | null
  asked: Temporal.Instant | null
}

const askedOf = ({ asked_at, name }: { asked_at: Date | null; name: string | null }) => ({
  asked: asked_at && instantOf(asked_at),
  by: name,
})

/** What was erased, the last first. */
export const readErasures = command<Record<string, never>, readonly Erasure[]>({
  verb: 'read-erasures',
  needs: { action: 'read', object: 'erasure' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const rows = await tx
      .selectFrom('erasure')
      .leftJoin('profile', 'profile.person_id', 'erasure.erased_by')
      .select(['id', 'number', 'rule', 'erased_at', 'reason', 'asked_at', 'profile.name'])
      .orderBy('erased_at', 'desc')
      .orderBy('id')
      .limit(200)
      .execute()
    return {
      done: rows.map(({ erased_at, asked_at, name, ...row }) => ({ ...row, ...askedOf({ asked_at, name }), at: instantOf(erased_at) })),
      entry: null,
    }
  },
})

/** `keysGone`: when each of the partnership's keys that it may have come under was destroyed. `expected`: when the last of them will be. */
export type Certificate = Erasure & {
  replies: boolean
  keysGone: readonly (Temporal.PlainDate | null)[]
  expected: Temporal.PlainDate | null
}

export const readErasure = command<{ id: string }, Certificate, 'none'>({
  verb: 'read-erasure',
  needs: { action: 'read', object: 'erasure' },
  about: ofPartnership,
  run: async ({ tx, parts }, { id }) => {
    const row = await tx
      .selectFrom('erasure')
      .leftJoin('profile', 'profile.person_id', 'erasure.erased_by')
      .select(['erasure.id', 'number', 'rule', 'erased_at', 'last_key', 'replies', 'reason', 'asked_at', 'profile.name'])
      .where('erasure.id', '=', id)
      .executeTakeFirst()
    if (!row) return { fault: 'none' }
    const { erased_at, last_key, asked_at, name, ...rest } = row
    const keys = await tx.selectFrom('receiving_key').select(['id', 'destroyed_on']).where('seq', '<=', last_key).execute()
    const done: Certificate = {
      ...rest,
      ...askedOf({ asked_at, name }),
      at: instantOf(erased_at),
      keysGone: keys.map(({ destroyed_on }) => (destroyed_on === null ? null : Temporal.PlainDate.from(destroyed_on))),
      expected: expectedIn(
        parts,
        keys.flatMap((key) => (key.destroyed_on === null ? key.id : [])),
      ),
    }
    return { done, entry: null }
  },
})

/** The day on which the last of these keys will be destroyed, if someone opens the key then. */
const expectedIn = ({ keys, pack }: Pick<Parts, 'keys' | 'pack'>, ids: readonly string[]): Temporal.PlainDate | null => {
  const state = keys.ring.state()
  const last = isFault(state) ? undefined : state.keys.at(-1)
  if (isFault(state) || !last || !ids.length) return null
  const { timezone } = pack.partnership
  const made = Temporal.Instant.from(last.made).toZonedDateTimeISO(timezone).toPlainDate()
  const days = [...lastDays(state.keys, timezone), { id: last.id, until: made.add({ days: receivesDays + opensDays }) }]
  return days
    .filter(({ id }) => ids.includes(id))
    .map(({ until }) => until.add({ days: 1 }))
    .reduce<Temporal.PlainDate | null>((latest, day) => (latest && Temporal.PlainDate.compare(latest, day) > 0 ? latest : day), null)
}
