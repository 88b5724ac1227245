import { sql } from 'kysely'
import { ladder } from '../domain/rota/ladder.ts'
import type { Shift, Span } from '../domain/rota/shift.ts'
import type { Tx } from '../store/store.ts'
import { at, instantOf } from './instant.ts'

/** A shift with who it is: `name` null where whoever asks may not know it. */
export type RotaShift = Shift & {
  name: string | null
  phone: string | null
  partner: string | null
  askedBy: string | null
  askedAt: Temporal.Instant
  answeredAt: Temporal.Instant | null
}

type Row = {
  id: string
  person_id: string
  rung: Shift['rung']
  starts_at: Date
  ends_at: Date
  answer: Shift['answer']
  name: string | null
  phone: string | null
  partner: string | null
  asked_by: string | null
  asked_at: Date
  answered_at: Date | null
}

/** The shifts that have not been ended and lie in this time, wholly or in part, in the order in which they begin. */
export const shiftsDuring = async (tx: Tx, { starts, ends }: Span): Promise<RotaShift[]> => {
  const { rows } = await sql<Row>`
    select s.id, s.person_id, s.rung, s.starts_at, s.ends_at, s.asked_at, a.answer, a.at as answered_at,
      p.name, p.phone, partner.name as partner, asker.name as asked_by
    from shift s left join shift_answer a on a.shift_id = s.id
      left join profile p on p.person_id = s.person_id left join partner on partner.id = p.partner_id
      left join profile asker on asker.person_id = s.asked_by
    where s.ended_at is null and s.starts_at < ${at(ends)} and s.ends_at > ${at(starts)}
    order by s.starts_at, s.rung, s.asked_at, s.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    rung: row.rung,
    starts: instantOf(row.starts_at),
    ends: instantOf(row.ends_at),
    answer: row.answer,
    name: row.name,
    phone: row.phone,
    partner: row.partner,
    askedBy: row.asked_by,
    askedAt: instantOf(row.asked_at),
    answeredAt: row.answered_at && instantOf(row.answered_at),
  }))
}

/** Who is called at this instant, for whoever is signed in. */
export const onCallNow = async (tx: Tx, now: Temporal.Instant) =>
  ladder(await shiftsDuring(tx, { starts: now, ends: now.add({ milliseconds: 1 }) }), now)
export type OnCallNow = Awaited<ReturnType<typeof onCallNow>>
