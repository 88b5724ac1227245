import { sql } from 'kysely'
import { command, ofPartnership } from '../command.ts'
import { at } from '../instant.ts'
import type { OnCallPerson } from './read-rota.ts'

type OnCallList = {
  listed: readonly (OnCallPerson & { turns: number })[]
  /** Those who could be added, as far as whoever asks may know of them. */
  others: readonly Omit<OnCallPerson, 'phone'>[]
}

/** Who may be on call, each with the turns that they still have, and who could be. */
export const readOnCall = command<Record<never, never>, OnCallList>({
  verb: 'read-on-call',
  needs: { action: 'read', object: 'on-call' },
  about: ofPartnership,
  run: async ({ tx, now }) => {
    const { rows } = await sql<OnCallPerson & { turns: string | null }>`
      select p.person_id as person, p.name, p.phone, partner.name as partner,
        case when c.person_id is null then null else (
          select count(*) from shift s left join shift_answer a on a.shift_id = s.id
          where s.person_id = p.person_id and s.ended_at is null and s.ends_at > ${at(now)} and a.answer is distinct from 'refused') end as turns
      from profile p join person on person.id = p.person_id join partner on partner.id = p.partner_id
        left join on_call c on c.person_id = p.person_id
      where person.state = 'active' or c.person_id is not null
      order by lower(p.name), p.person_id`.execute(tx)
    return {
      done: {
        listed: rows.flatMap(({ turns, ...person }) => (turns === null ? [] : [{ ...person, turns: Number(turns) }])),
        others: rows.flatMap(({ turns, person, name, partner }) => (turns === null ? [{ person, name, partner }] : [])),
      },
      entry: null,
    }
  },
})
