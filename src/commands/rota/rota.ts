import { sql } from 'kysely'
import type { Facts } from '../../domain/access/table.ts'
import type { Leave } from '../../domain/rota/clashes.ts'
import { isOver, type Span } from '../../domain/rota/shift.ts'
import type { Tx } from '../../store/store.ts'
import type { Work } from '../command.ts'
import { instantOf } from '../instant.ts'
import { type RotaShift, shiftsDuring } from '../on-call-now.ts'

/** Changes of the rota go one after the other, until the transaction ends: what a command has seen stays so. The database takes the same lock. */
export const oneAtATime = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(8)`.execute(tx)
}

/** A shift as it is kept; null: there is none, or it has been ended. */
export const shiftOf = async (tx: Tx, id: string): Promise<RotaShift | null> => {
  const row = await tx.selectFrom('shift').select(['starts_at', 'ends_at']).where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const there = await shiftsDuring(tx, { starts: instantOf(row.starts_at), ends: instantOf(row.ends_at) })
  return there.find((shift) => shift.id === id) ?? null
}

/** What a shift is to whoever asks, ended or not. */
export const aboutShift = async ({ tx, viewer }: Work, { shift }: { shift: string }): Promise<Facts | null> => {
  const row = await tx.selectFrom('shift').select('person_id').where('id', '=', shift).executeTakeFirst()
  return row ? { own: row.person_id === viewer.person } : null
}

/** A shift that somebody has, or is asked for: neither ended, nor over, nor refused. */
export const openShift = async ({ tx, now }: Work, id: string): Promise<RotaShift | null> => {
  const shift = await shiftOf(tx, id)
  return shift && shift.answer !== 'refused' && !isOver(shift, now) ? shift : null
}

export const isListed = async (tx: Tx, person: string): Promise<boolean> =>
  (await tx.selectFrom('on_call').select('person_id').where('person_id', '=', person).executeTakeFirst()) !== undefined

export type NamedLeave = Leave & { name: string | null }

/** Leaves that may matter from this day on, as far as whoever asks may know of them. */
export const leavesFrom = async (tx: Tx, day: Temporal.PlainDate, person?: string): Promise<NamedLeave[]> => {
  const query = tx
    .selectFrom('leave')
    .leftJoin('profile', 'profile.person_id', 'leave.person_id')
    .select(['leave.id', 'leave.person_id', 'first_day', 'last_day', 'profile.name'])
    .where('last_day', '>=', String(day))
  const rows = await (person === undefined ? query : query.where('leave.person_id', '=', person))
    .orderBy('first_day')
    .orderBy('leave.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    name: row.name,
    first: Temporal.PlainDate.from(row.first_day),
    last: Temporal.PlainDate.from(row.last_day),
  }))
}

/** The whole of some times, from the first beginning to the last end. */
export const around = (times: readonly Span[]): Span => ({
  starts: times.map(({ starts }) => starts).toSorted(Temporal.Instant.compare)[0] as Temporal.Instant,
  ends: times
    .map(({ ends }) => ends)
    .toSorted(Temporal.Instant.compare)
    .at(-1) as Temporal.Instant,
})

export const timezoneOf = ({ parts }: Work): string => parts.pack.partnership.timezone
export const todayOf = (work: Work): Temporal.PlainDate => work.now.toZonedDateTimeISO(timezoneOf(work)).toPlainDate()
