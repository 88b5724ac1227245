import { sql } from 'kysely'
import { command, ofPartnership } from '../../command.ts'

export type PartnerPeople = {
  id: string
  name: string
  people: number
  attendances: number
  certificates: number
  /** Events that are still to come, and keys of learning systems that are in use: to be ended before. */
  coming: number
  keys: number
}

/** Partners that people in the register work for; one alone where it is named. */
export const readPartnerPeople = command<{ partner: string | null }, readonly PartnerPeople[]>({
  verb: 'read-partner-people',
  needs: { action: 'remove', object: 'learner' },
  about: ofPartnership,
  run: async ({ tx }, { partner }) => {
    const { rows } = await sql<PartnerPeople>`
      with held as (
        select coalesce(r.partner_id, '') as partner_id, count(distinct r.id)::int as people, count(a.id)::int as attendances,
          coalesce(sum((select count(*) from certificate c where c.attendance_id = a.id)), 0)::int as certificates
        from learner l join learner r on r.id = coalesce(l.joined_into, l.id) left join attendance a on a.learner_id = l.id
        where r.partner_id is not null and (${partner}::text is null or r.partner_id = ${partner}) group by 1)
      select p.id, p.name, h.people, h.attendances, h.certificates,
        (select count(*)::int from training_event e where e.partner_id = p.id and e.state = 'planned' and e.ends_at > now()) as coming,
        (select count(*)::int from learning_key k where k.partner_id = p.id and k.ended_at is null) as keys
      from held h join partner p on p.id = h.partner_id order by p.name`.execute(tx)
    return { done: rows, entry: null }
  },
})
