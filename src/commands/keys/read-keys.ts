import { sql } from 'kysely'
import { holds } from '../../domain/access/roles.ts'
import type { KeyStanding } from '../../domain/data-protection/receiving-needs.ts'
import { type Fault, isFault } from '../../store/keys/fault.ts'
import { fileHolder } from '../../store/keys/holder.ts'
import type { Tx } from '../../store/store.ts'
import { command, ofPartnership } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'
import { mayHoldKey } from './about-key.ts'
import { keyStanding } from './key-standing.ts'

/** `name`: null where whoever asks may not know it. `may`: the key is still theirs to hold. */
export type KeyHolder = { id: string; name: string | null; may: boolean; since: Temporal.Instant }
export type KeyOpening = { holder: string; name: string | null; since: Temporal.Instant; until: Temporal.Instant | null }
type Named = { id: string; name: string }

export type Keys = {
  /** What is wrong with the keys' file; `no-key` where none has been made. */
  fault: Fault | null
  standing: KeyStanding
  /** Ids of the keys, the one that is sealed to last. */
  ids: readonly string[]
  /** People, by name. */
  holders: readonly KeyHolder[]
  openings: readonly KeyOpening[]
  /** WAYMARK_KEY_FILE: not set, opens the key, or why it does not. */
  file: 'none' | 'opens' | Fault
  /** What whoever asks is to the key. `allowed`: they may become a holder now. `fresh`: they signed in just now. */
  mine: { may: boolean; holds: boolean; allowed: boolean; fresh: boolean }
  /** Who could become a holder, and who may now. For coordinators. */
  candidates: readonly Named[]
  allowed: readonly Named[]
}

/** How it stands with the key, for every member: whether it is open, and who can open it. */
export const readKeys = command<Record<string, never>, Keys>({
  verb: 'read-keys',
  needs: { action: 'read', object: 'key' },
  about: ofPartnership,
  run: async (work) => {
    const { tx, viewer, parts, now } = work
    const { keys } = parts
    const state = keys.ring.state()
    const inRing = isFault(state) ? [] : state.holders.filter(({ id }) => id !== fileHolder)
    const may = await whoMay(tx)
    const openings = keys.openings(now)
    const offers = keys.offers(now)
    const names = await namesOf(tx, [...inRing, ...openings.map(({ holder }) => ({ id: holder })), ...may.map((id) => ({ id }))])
    const named = (ids: readonly string[]): Named[] =>
      ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id) ?? '' }] : [])).sort((a, b) => a.name.localeCompare(b.name, 'en'))
    const isHolder = (id: string): boolean => inRing.some((holder) => holder.id === id)
    const isAllowed = (id: string): boolean => offers.some(({ to }) => to === id)
    return {
      done: {
        fault: isFault(state) ? state : null,
        standing: await keyStanding(tx, parts),
        ids: isFault(state) ? [] : state.keys.map(({ id }) => id),
        holders: inRing.map(({ id, added }) => ({
          id,
          name: names.get(id) ?? null,
          may: may.includes(id),
          since: Temporal.Instant.from(added),
        })),
        openings: openings.map(({ holder, since, until }) => ({ holder, name: names.get(holder) ?? null, since, until })),
        file: keys.file === null ? 'none' : (keys.fileFault() ?? 'opens'),
        mine: {
          may: await mayHoldKey(tx, viewer.person),
          holds: isHolder(viewer.person),
          allowed: isAllowed(viewer.person),
          fresh: await isFreshSignIn(work),
        },
        candidates: holds(viewer, 'coordinator') ? named(may.filter((id) => !isHolder(id) && !isAllowed(id) && id !== viewer.person)) : [],
        allowed: named(offers.map(({ to }) => to)),
      },
      entry: null,
    }
  },
})

/** Everyone who may hold the key. */
const whoMay = async (tx: Tx): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from (select person_id as id from role_grant where role = 'coordinator' and ended_at is null
      union select person_id from on_call) those where may_hold_key(id)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Of those whom whoever asks may see. */
const namesOf = async (tx: Tx, people: readonly { id: string }[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(people.map(({ id }) => id))].filter((id) => id !== fileHolder)
  if (!ids.length) return new Map()
  const rows = await tx.selectFrom('profile').select(['person_id', 'name']).where('person_id', 'in', ids).execute()
  return new Map(rows.map(({ person_id, name }) => [person_id, name]))
}
