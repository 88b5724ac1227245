import { sql } from 'kysely'
import { command, ofMyself } from '../command.ts'
import { type Named, namedColumns, pressingFirst } from '../concerns/pressing.ts'
import { instantOf } from '../instant.ts'

/** What somebody must answer, or was given unasked: where it is, and no word of it. */
export type Waiting = Named & { concern: string; from: string | null } & (
    | { kind: 'offered' | 'unclaimed'; until: Temporal.Instant }
    | { kind: 'given'; at: Temporal.Instant }
  )

type Row = Named & { id: string; from: string | null; kind: 'offered' | 'unclaimed' | 'given'; at: Date }

export const readOffers = command<null, readonly Waiting[], never>({
  verb: 'read-offers',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx }) => {
    const { rows } = await sql<Row>`
      select c.id, ${namedColumns}, case when o.cause = 'asked' then p.name end as "from",
          case when o.flagged_at is null then 'offered' else 'unclaimed' end as kind, o.until as at
        from concern_offer o join concern c on c.id = o.concern_id left join profile p on p.person_id = o.from_person
        where o.answer is null and c.state in ('new', 'open') and (o.to_person = (select me())
          or (o.to_person is null and (select i_hold(array['coordinator'])) and (o.flagged_at is not null or c.owner_id <> (select me()))))
      union all
      select c.id, ${namedColumns}, null, 'given', g.at
        from given_to_me() g join concern c on c.id = g.concern_id
          where not exists (select from concern_offer o where o.concern_id = c.id and o.answer is null and o.flagged_at is not null)
      order by ${pressingFirst}, at limit 100`.execute(tx)
    const done = rows.map(({ id, kind, at, ...rest }): Waiting => {
      const instant = instantOf(at)
      return kind === 'given' ? { ...rest, concern: id, kind, at: instant } : { ...rest, concern: id, kind, until: instant }
    })
    return { done, entry: null }
  },
})
