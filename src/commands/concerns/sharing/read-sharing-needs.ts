import { sql } from 'kysely'
import { holds } from '../../../domain/access/roles.ts'
import { type Facts, mayAny } from '../../../domain/access/table.ts'
import { command } from '../../command.ts'
import { instantOf } from '../../instant.ts'

export type SharingNeed = {
  kind: 'decide' | 'review' | 'send' | 'passed' | 'answered'
  id: string
  concern: string
  number: number
  town: string | null
  sector: string | null
  name: string | null
  /** Danger now, or a child who may be at risk. */
  urgent: boolean
  danger: boolean
  /** Since when. */
  at: Temporal.Instant
}

type Row = Omit<SharingNeed, 'at'> & { at: Date }

/** More than these nobody works through in a day; they come up as others are done. */
const most = 50

/** What of sharing waits for whoever asks. The database shows each no more than is theirs. */
export const readSharingNeeds = command<null, readonly SharingNeed[]>({
  verb: 'read-sharing-needs',
  needs: { action: 'read', object: 'concern' },
  about: async ({ viewer }): Promise<Facts> => ({ own: true, partner: viewer.partner }),
  run: async ({ tx, viewer }, _) => {
    const decides = mayAny(viewer, 'change', 'intake')
    const { rows } = await sql<Row>`
      select m.*, c.number, c.town, c.sector, c.danger or c.child or c.young as urgent, c.danger, profile.name from (
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
        union all
        (select 'passed', id, concern_id, made_by, at from concern_share s where ended_at is null and person_id = ${viewer.person}
          and not exists (select from share_answer a where a.share_id = s.id and a.made_by = ${viewer.person})
          order by at limit ${most})
        union all
        select 'answered', a.id, a.concern_id, a.made_by, a.at from share_answer a join concern c on c.id = a.concern_id
          where a.kind = 'answer' and a.seen_at is null and c.owner_id = ${viewer.person}
      ) m join concern c on c.id = m.concern left join profile on profile.person_id = m.person order by m.at limit ${most}`.execute(tx)
    return { done: rows.map(({ at, ...row }) => ({ ...row, at: instantOf(at) })), entry: null }
  },
})
