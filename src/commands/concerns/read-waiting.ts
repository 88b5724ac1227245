import { sql } from 'kysely'
import { command, ofMyself } from '../command.ts'
import { instantOf } from '../instant.ts'
import { mergedInto } from '../merged.ts'

/** Somebody who waits to hear from the owner of a concern. */
export type Waiting = {
  id: string
  number: number
  town: string | null
  sector: string | null
  for: 'first-reply' | 'answer' | 'feedback'
  by: Temporal.Instant
}

type Row = Omit<Waiting, 'by'> & { by: Date }

/** Of whoever asks: reporters who have had no reply yet or were promised one, and professionals who referred somebody. The first due comes first. */
export const readWaiting = command<null, readonly Waiting[]>({
  verb: 'read-waiting',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    const { rows } = await sql<Row>`
      with mine as (
        select concern.id, number, town, sector, state, answer_by, ${mergedInto('concern.id')} as merged_into, feedback_by, feedback_at,
          first_reply_due(concern.id) as reply_by from concern
          where owner_id = ${viewer.person}::uuid and state <> 'withdrawn'
      ), going as (select * from mine where state in ('new', 'open'))
      select id, number, town, sector, 'answer' as for, answer_by as by from going where answer_by is not null
      union all
      select id, number, town, sector, 'first-reply', reply_by from going where reply_by is not null and merged_into is null
      union all
      select id, number, town, sector, 'feedback', feedback_by from mine where feedback_by is not null and feedback_at is null
      order by by limit 20`.execute(tx)
    return { done: rows.map(({ by, ...row }) => ({ ...row, by: instantOf(by) })), entry: null }
  },
})
