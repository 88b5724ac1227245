import { sql } from 'kysely'
import { isOld, lastDays, opensDays } from '../../domain/concerns/key-life.ts'
import { isFault } from '../../store/keys/fault.ts'
import type { OpenedKeys } from '../../store/keys/opened-keys.ts'
import type { Db, Tx } from '../../store/store.ts'
import { concernKey, type SealedKind } from '../concerns/sealed.ts'
import type { Parts } from '../parts.ts'

/*
 * What is done with the partnership's keys by themselves, while one who holds them has them open in this process: what came is sealed anew under
 * the key of its concern, the key that receives is renewed, and one that nothing needs any more is destroyed on its day. Each step is whole by
 * itself: a process that dies leaves the rest to the next time.
 */

type Keys = Pick<Parts, 'keys' | 'dataKeys' | 'now' | 'pack'>
type Where = { db: Db; parts: Keys }
export type Swept = { resealed: number; rewrapped: number; renewed: boolean; destroyed: number }

/** A lock of the database, for what desks over one database do one after the other. */
const sweepLock = 17

/** Null: the key is closed here, or what is sealed to is not ours. */
export const sweepKeys = async ({ db, parts }: Where): Promise<Swept | null> => {
  const opened = parts.keys.opened(parts.now())
  if (!opened || !(await isOurs(db, parts))) return null
  const resealed = await resealRows(db, parts)
  const renewed = await alone(db, (tx) => renewOld(tx, opened, parts))
  const rewrapped = await rewrapKeys(opened, parts)
  const destroyed = await alone(db, (tx) => destroyOld(tx, opened, parts))
  return { resealed, rewrapped, renewed: renewed === true, destroyed: destroyed ?? 0 }
}

/** Null: another desk is at it. */
const alone = <Done>(db: Db, work: (tx: Tx) => Promise<Done>): Promise<Done | null> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sweepLock}) as mine`.execute(tx)
    return rows[0]?.mine ? work(tx) : null
  })

type Received = { seq: number; id: string; public: Buffer; destroyed_on: string | null }
const receivedBy = async (tx: Tx | Db): Promise<Received[]> => (await sql<Received>`select * from receiving_keys()`.execute(tx)).rows

/** As the database has it, which somebody else could have written: one that is none of ours, and nothing is done. */
const isOurs = async (tx: Tx | Db, { keys }: Keys): Promise<boolean> => {
  const state = keys.ring.state()
  const last = (await receivedBy(tx)).at(-1)
  return !isFault(state) && last !== undefined && state.keys.some((key) => key.id === last.id && last.public.equals(key.public))
}

/** What each table's rows are, where they came and under the concern's own key. One that is not here stays as it came, and its key stays for it. */
const kinds: Readonly<Record<string, { came: string; own: SealedKind }>> = {
  concern_text: { came: 'concern', own: 'text' },
  concern_picture: { came: 'picture', own: 'picture' },
}
const nobody = '00000000-0000-0000-0000-000000000000'
const most = 100

const resealRows = async (db: Db, parts: Keys): Promise<number> => {
  const { rows: tables } = await sql<{ name: string }>`select tables_as_received() as name`.execute(db)
  let count = 0
  for (const { name } of tables) {
    const kind = kinds[name]
    for (let after: string | null = kind ? nobody : null; kind && after !== null; ) {
      const { rows }: { rows: { id: string; concern_id: string; sealed: Buffer }[] } = await sql<{
        id: string
        concern_id: string
        sealed: Buffer
      }>`select * from received_rows(${name}, ${after}::uuid, ${most})`.execute(db)
      const done = await resealBatch(db, parts, name, kind, rows)
      count += done
      after = rows.length === most ? (rows.at(-1)?.id ?? null) : null
    }
  }
  return count
}

/** In a transaction of its own: no reader waits for more than these. */
const resealBatch = (
  db: Db,
  parts: Keys,
  table: string,
  { came, own }: { came: string; own: SealedKind },
  rows: readonly { id: string; concern_id: string; sealed: Buffer }[],
): Promise<number> =>
  db.transaction().execute(async (tx) => {
    let count = 0
    const now = parts.now()
    for (const { id, concern_id, sealed } of rows) {
      const key = await concernKey({ parts, now }, concern_id)
      // Being erased; or the key was closed meanwhile.
      if ('fault' in key) continue
      const opened = await parts.keys.opened(now)?.open(sealed, { kind: came, id })
      if (!opened || isFault(opened)) continue
      const { rows: done } = await sql<{ it: boolean }>`
        select reseal_row(${table}, ${id}::uuid, ${sealed}::bytea, ${key.seal(own, id, opened.content)}::bytea) as it`.execute(tx)
      if (done[0]?.it) count += 1
    }
    const to = parts.keys.ring.receivingKey()
    if (count && !isFault(to)) await sql`select resealed(${to.id})`.execute(tx)
    return count
  })

/** A new key each month; and its public half to where whoever receives finds it, if a crash kept it from there. */
const renewOld = async (tx: Tx, opened: OpenedKeys, { keys, now, pack }: Keys): Promise<boolean> => {
  const { timezone } = pack.partnership
  const today = now().toZonedDateTimeISO(timezone).toPlainDate()
  const state = keys.ring.state()
  const last = isFault(state) ? undefined : state.keys.at(-1)
  if (last && isOld(last, today, timezone) && (await opened.rotate(now(), today.add({ days: opensDays })))) return false
  const key = keys.ring.receivingKey()
  if (isFault(key) || (await receivedBy(tx)).at(-1)?.id === key.id) return false
  await sql`select next_receiving_key(${key.id}, ${Buffer.from(key.bytes)}::bytea)`.execute(tx)
  return true
}

/** Keys of concerns that are sealed to a key before the last: sealed to that (DataKeys.keyOf does it whenever it opens one). */
const rewrapKeys = async (opened: OpenedKeys, { keys, dataKeys }: Keys): Promise<number> => {
  const to = keys.ring.receivingKey()
  if (isFault(to)) return 0
  let count = 0
  for (const concern of dataKeys.all()) {
    if (dataKeys.sealedTo(concern) === to.id) continue
    const key = await dataKeys.keyOf(concern, opened, to)
    if (key instanceof Uint8Array) count += 1
  }
  return count
}

const destroyOld = async (tx: Tx, opened: OpenedKeys, parts: Keys): Promise<number> => {
  const { keys, now, pack } = parts
  const { timezone } = pack.partnership
  const today = now().toZonedDateTimeISO(timezone).toPlainDate()
  const state = keys.ring.state()
  if (isFault(state)) return 0
  const needs = await keyNeeds(tx, parts)
  let count = 0
  for (const { id, until } of lastDays(state.keys, timezone))
    if (Temporal.PlainDate.compare(until, today) < 0 && !needs.get(id) && !(await opened.destroy(id))) count += 1
  const left = keys.ring.state()
  if (isFault(left)) return count
  // Also one of which a crash kept the day from the database: later than it was is safe to say.
  for (const { id, destroyed_on } of await receivedBy(tx))
    if (destroyed_on === null && !left.keys.some((key) => key.id === id))
      await sql`select receiving_key_destroyed(${id}, ${today.toString()}::date)`.execute(tx)
  return count
}

/** How much opens with each of the partnership's keys alone: rows as they came, and keys of concerns. While there is any, it is not destroyed. */
export const keyNeeds = async (tx: Tx | Db, { dataKeys }: Pick<Keys, 'dataKeys'>): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ key: string; rows: number }>`select * from rows_by_key()`.execute(tx)
  const needs = new Map<string, number>()
  const add = (key: string, count: number) => needs.set(key, (needs.get(key) ?? 0) + count)
  for (const { key, rows: count } of rows) add(key, count)
  for (const concern of dataKeys.all()) {
    const key = dataKeys.sealedTo(concern)
    if (key) add(key, 1)
  }
  return needs
}
