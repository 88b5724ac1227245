import { sql } from 'kysely'
import type { Facts } from '../../domain/access/table.ts'
import { opensDays } from '../../domain/concerns/key-life.ts'
import { isFault } from '../../store/keys/fault.ts'
import { fileHolder } from '../../store/keys/holder.ts'
import type { Tx } from '../../store/store.ts'
import type { Work } from '../command.ts'
import type { Parts } from '../parts.ts'

export const mayHoldKey = async (tx: Tx, person: string): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`select may_hold_key(${person}::uuid) as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** The key is one's own for whoever may hold it. */
export const aboutKey = async ({ tx, viewer }: Work): Promise<Facts> => ({ own: await mayHoldKey(tx, viewer.person) })

/** The id of the key that is sealed to now, as the audit names it; null: there is none that can be read. */
export const keyIdOf = ({ keys }: Parts): string | null => {
  const key = keys.ring.receivingKey()
  return isFault(key) ? null : key.id
}

export const keyEntry = (parts: Parts, owner: string | null = null) => ({
  object: 'key' as const,
  id: keyIdOf(parts) ?? 'none',
  owner: owner === fileHolder ? null : owner,
})

/** The last day of a key that is followed by another one now. */
export const destroyAfter = ({ pack }: Parts, now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate().add({ days: opensDays })

export const signInOf = async (tx: Tx): Promise<string> => {
  const { rows } = await sql<{ it: string }>`select current_setting('waymark.sign_in') as it`.execute(tx)
  return rows[0]?.it ?? ''
}
