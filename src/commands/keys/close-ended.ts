import { sql } from 'kysely'
import { isFault } from '../../store/keys/fault.ts'
import type { Parts } from '../parts.ts'

/**
 * Closes what was opened by a sign-in that has ended (signed out, revoked, left), by someone who may not hold the key any more, or by a holder
 * who was removed in another process. A sign-in that is merely idle keeps it open: whoever is on call tonight reads with what was opened
 * this morning.
 */
export const closeEnded = async ({ store, keys, now }: Parts): Promise<void> => {
  const open = keys.openings(now()).flatMap(({ signIn }) => signIn ?? [])
  if (!open.length) return
  const { rows } = await sql<{ id: string }>`
    select id from sign_in where id in (${sql.join(open)}) and ended_at is null and may_hold_key(person_id)`.execute(store.app)
  const live = new Set(rows.map(({ id }) => id))
  const state = keys.ring.state()
  const holders = isFault(state) ? null : new Set(state.holders.map(({ id }) => id))
  keys.close(({ signIn, holder }) => signIn !== null && (!live.has(signIn) || holders?.has(holder) === false))
}
