import { type RawBuilder, sql } from 'kysely'
import { command, ofMyself } from '../command.ts'
import { instantOf } from '../instant.ts'
import { mergedInto } from '../merged.ts'
import { type Named, namedColumns, pressingFirst } from './pressing.ts'

/** Somebody who waits to hear from the owner of a concern. */
export type Waiting = Named & {
  id: string
  for: 'first-reply' | 'answer' | 'feedback'
  received: Temporal.Instant
  by: Temporal.Instant
}

type Row = Omit<Waiting, 'by' | 'received'> & { by: Date; received: Date }

/** The home page shows no more; one more is read where there are more. */
export const waitingShown = 20

/**
 * Of whoever asks: reporters who have had no reply yet or were promised one, and professionals who referred somebody. Danger comes first, then a
 * child, then what is due first.
 */
export const readWaiting = command<null, readonly Waiting[]>({
  verb: 'read-waiting',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    const own = sql`c.owner_id = ${viewer.person}::uuid`
    const open = sql`c.state in ('new', 'open')`
    const row = (what: RawBuilder<unknown>, by: RawBuilder<unknown>) =>
      sql`c.id, ${namedColumns}, c.received_at as received, ${what} as for, ${by} as by`
    const unanswered = sql`c.answer_by is null and c.reply_by is not null and first_reply_due(c.id) is not null and ${mergedInto('c.id')} is null`
    const limit = sql`limit ${waitingShown + 1}`
    // What is danger or of a child may be due long after the others: along the lists, which have it first.
    const pressing = (rank: 0 | 1) => sql`
      (select ${row(sql`case when c.answer_by is null then 'first-reply' else 'answer' end`, sql`coalesce(c.answer_by, c.reply_by)`)}
        from listing l join concern c on c.id = l.concern_id
        where l.audience = ${`owner:${viewer.person}`} and l.open and l.rank = ${rank} and l.due < 'infinity'
          and (c.answer_by is not null or (${unanswered})) order by l.due, l.number ${limit})`
    // Each along an index of its own, and no further than is shown: who has owned many has thousands.
    const { rows } = await sql<Row>`
      select * from (
        (select ${row(sql`'answer'`, sql`c.answer_by`)} from concern c
          where ${own} and ${open} and c.answer_by is not null order by c.answer_by ${limit})
        union
        (select ${row(sql`'first-reply'`, sql`c.reply_by`)} from concern c where ${own} and ${open} and ${unanswered} order by c.reply_by ${limit})
        union
        (select ${row(sql`'feedback'`, sql`c.feedback_by`)} from concern c
          where ${own} and c.feedback_by is not null and c.feedback_at is null and c.state <> 'withdrawn' and c.withdrawn_at is null order by c.feedback_by ${limit})
        union ${pressing(0)} union ${pressing(1)}
      ) them order by ${pressingFirst}, by, number ${limit}`.execute(tx)
    return { done: rows.map(({ by, received, ...row }) => ({ ...row, by: instantOf(by), received: instantOf(received) })), entry: null }
  },
})
