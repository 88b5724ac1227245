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

/** The home page shows no more. */
const shown = 20

/** Of whoever asks: reporters who have had no reply yet or were promised one, and professionals who referred somebody. The first due comes first. */
export const readWaiting = command<null, readonly Waiting[]>({
  verb: 'read-waiting',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    const own = sql`owner_id = ${viewer.person}::uuid`
    const open = sql`state in ('new', 'open')`
    // Each along an index of its own, and no further than is shown: who has owned many has thousands.
    const { rows } = await sql<Row>`
      (select id, number, town, sector, 'answer' as for, answer_by as by from concern
        where ${own} and ${open} and answer_by is not null order by answer_by limit ${shown})
      union all
      (select id, number, town, sector, 'first-reply', reply_by from concern
        where ${own} and ${open} and answer_by is null and reply_by is not null
          and first_reply_due(id) is not null and ${mergedInto('concern.id')} is null order by reply_by limit ${shown})
      union all
      (select id, number, town, sector, 'feedback', feedback_by from concern
        where ${own} and feedback_by is not null and feedback_at is null and state <> 'withdrawn' order by feedback_by limit ${shown})
      order by by limit ${shown}`.execute(tx)
    return { done: rows.map(({ by, ...row }) => ({ ...row, by: instantOf(by) })), entry: null }
  },
})
