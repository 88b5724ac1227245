import { sql } from 'kysely'
import { holds } from '../../../domain/access/roles.ts'
import { type Facts, mayAny } from '../../../domain/access/table.ts'
import { command } from '../../command.ts'
import { instantOf } from '../../instant.ts'
import { type Named, namedColumns, pressingFirst } from '../pressing.ts'

export type SharingNeed = Named & {
  kind: 'decide' | 'review' | 'send' | 'passed' | 'answered'
  id: string
  concern: string
  name: string | null
  /** Since when. */
  at: Temporal.Instant
}

type Row = Omit<SharingNeed, 'at'> & { at: Date; place: string }

/** No home page shows more of a kind; others come up as these are done. */
export const sharingShown = 10
const most = sharingShown + 1

/** What of sharing waits for whoever asks, of each kind one more than is shown where there are more. The database shows each no more than is theirs. */
export const readSharingNeeds = command<null, readonly SharingNeed[]>({
  verb: 'read-sharing-needs',
  needs: { action: 'read', object: 'concern' },
  about: async ({ viewer }): Promise<Facts> => ({ own: true, partner: viewer.partner }),
  run: async ({ tx, viewer }, _) => {
    const decides = mayAny(viewer, 'change', 'intake')
    // What was passed of danger, or of a child, after many others: along the lists, which have it first.
    const urgent = [0, 1].map(
      (
        rank,
      ) => sql`union (select 'passed', s.id, s.concern_id, s.made_by, s.at from listing l join concern_share s on s.concern_id = l.concern_id
          where l.audience = ${`partner:${viewer.partner}`} and l.open and l.rank = ${rank} and s.ended_at is null and not s.answered
            and ${holds(viewer, 'spoc')} and s.partner_id = ${viewer.partner} and s.person_id is distinct from ${viewer.person}
          order by l.due, l.number limit ${most})`,
    )
    const { rows } = await sql<Row>`
      select * from (select named.*, row_number() over (partition by kind order by ${pressingFirst}, at) as place from (select m.*, ${namedColumns}, profile.name from (
        select case when urgent then 'review' else 'decide' end as kind, id, concern_id as concern, asked_by as person, asked_at as at
          from sharing_decision where outcome is null and asked_by <> ${viewer.person} and ${decides}
        union all
        select 'send', d.id, d.concern_id, d.decided_by, d.decided_at from sharing_decision d join concern c on c.id = d.concern_id
          where d.outcome = 'approved' and not d.urgent and c.state <> 'closed' and ${viewer.person} in (d.asked_by, c.owner_id)
            and not exists (select from concern_share s where s.decision_id = d.id)
        union all
        (select 'passed', id, concern_id, made_by, at from concern_share where ended_at is null and not answered
          and ${holds(viewer, 'spoc')} and partner_id = ${viewer.partner} and person_id is distinct from ${viewer.person}
          order by at limit ${most})
        ${sql.join(urgent, sql` `)}
        union
        (select 'passed', id, concern_id, made_by, at from concern_share s where ended_at is null and person_id = ${viewer.person}
          and not exists (select from share_answer a where a.share_id = s.id and a.made_by = ${viewer.person})
          order by at limit ${most})
        union all
        select 'answered', a.id, a.concern_id, a.made_by, a.at from share_answer a join concern c on c.id = a.concern_id
          where a.kind = 'answer' and a.seen_at is null and c.owner_id = ${viewer.person}
      ) m join concern c on c.id = m.concern left join profile on profile.person_id = m.person) named
      ) placed where place <= ${most} order by ${pressingFirst}, at`.execute(tx)
    return { done: rows.map(({ at, place: _place, ...row }) => ({ ...row, at: instantOf(at) })), entry: null }
  },
})
