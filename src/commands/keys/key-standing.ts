import { sql } from 'kysely'
import type { KeyStanding } from '../../domain/data-protection/receiving-needs.ts'
import { isFault } from '../../store/keys/fault.ts'
import { fileHolder } from '../../store/keys/holder.ts'
import type { Tx } from '../../store/store.ts'
import type { Parts } from '../parts.ts'
import { receivingOf } from './receiving.ts'

/** How it stands with the key, for the list of what is missing before anything is received. */
export const keyStanding = async (tx: Tx, parts: Parts): Promise<KeyStanding> => ({
  holders: await holdersOf(tx, parts),
  receiving: await receivingOf(tx, parts),
})

/** Whoever left, or is not on call any more, is none who will open it; a file counts where it has opened the key in this process. */
const holdersOf = async (tx: Tx, { keys, now }: Parts): Promise<KeyStanding['holders']> => {
  const state = keys.ring.state()
  if (isFault(state)) return state.fault === 'no-key' ? 'no-key' : 'unreadable'
  if (keys.openings(now()).some(({ holder }) => holder === fileHolder)) return 'enough'
  const people = state.holders.flatMap(({ id }) => (id === fileHolder ? [] : [id]))
  if (people.length < 2) return 'one'
  const { rows } = await sql<{ able: number }>`
    select count(*)::int as able from unnest(${people}::uuid[]) as holder where may_hold_key(holder)`.execute(tx)
  return (rows[0]?.able ?? 0) >= 2 ? 'enough' : 'one'
}
