import { sql } from 'kysely'
import type { ConcernMark, ConcernState, Plain } from '../../domain/concerns/concern.ts'
import type { Work } from '../command.ts'
import { instantOf } from '../instant.ts'
import { mergedInto } from '../merged.ts'

/** A concern without a word of it: what stands in plain columns. */
export type ConcernHead = Plain & {
  id: string
  number: number
  received: Temporal.Instant
  readBy: Temporal.Instant
  readAt: Temporal.Instant | null
  /** By when a first reply is due, where none was sent or promised. */
  replyBy: Temporal.Instant | null
  answerBy: Temporal.Instant | null
  feedbackBy: Temporal.Instant | null
  feedbackAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  /** When it was last opened again, and the outcome that the reporter had read by then. */
  reopenedAt: Temporal.Instant | null
  toldOutcome: string | null
  /** When its reporter took it back. Where a child or danger must be dealt with all the same, it stays new or open until somebody closes it. */
  withdrawnAt: Temporal.Instant | null
  /** When the reporter last looked with their code. */
  codeSeenAt: Temporal.Instant | null
  /** The reporter has a code, and can be answered. */
  code: boolean
  state: ConcernState
  mark: ConcernMark | null
  outcome: string | null
  /** `at`: where they work, if they are no coordinator. */
  owner: { id: string; name: string | null; at: string | null }
  mergedInto: string | null
  /** The number of what it was merged into. */
  partOf: number | null
  keptApart: boolean
  version: number
}

export const headOf = async ({ tx }: Pick<Work, 'tx'>, concern: string): Promise<ConcernHead> => {
  const row = await tx
    .selectFrom('concern as c')
    .leftJoin('profile as p', 'p.person_id', 'c.owner_id')
    .leftJoin('partner', 'partner.id', 'p.partner_id')
    .select(['c.id', 'c.number', 'c.received_at', 'c.read_by', 'c.read_at', 'c.answer_by', 'c.danger', 'c.child', 'c.urgency'])
    .select(['c.town', 'c.sector', 'c.signs', 'c.sharing', 'c.self', 'c.young', 'c.contact', 'c.state', 'c.mark', 'c.outcome'])
    .select([
      'c.owner_id',
      'c.kept_apart',
      'c.version',
      'c.feedback_by',
      'c.feedback_at',
      'c.closed_at',
      'c.code_seen_at',
      'c.reopened_at',
      'c.told_outcome',
      'c.withdrawn_at',
    ])
    .select(['c.reply_key', mergedInto('c.id').as('merged_into'), 'p.name', 'partner.name as works_at'])
    .select(sql<Date | null>`first_reply_due(c.id)`.as('first_reply'))
    .select(sql<number | null>`(select w.number from concern w where w.id = ${mergedInto('c.id')})`.as('part_of'))
    .select((is) =>
      is
        .exists(
          is
            .selectFrom('role_grant as g')
            .select('g.id')
            .whereRef('g.person_id', '=', 'c.owner_id')
            .where('g.role', '=', 'coordinator')
            .where('g.ended_at', 'is', null),
        )
        .as('coordinator'),
    )
    .where('c.id', '=', concern)
    .executeTakeFirstOrThrow()
  const {
    received_at,
    read_by,
    read_at,
    answer_by,
    owner_id,
    name,
    kept_apart,
    merged_into,
    part_of,
    reply_key,
    works_at,
    coordinator,
    first_reply,
    ...rest
  } = row
  const { feedback_by, feedback_at, closed_at, code_seen_at, reopened_at, told_outcome, withdrawn_at, ...plain } = rest
  const at = (date: Date | null) => date && instantOf(date)
  return {
    ...plain,
    received: instantOf(received_at),
    readBy: instantOf(read_by),
    readAt: at(read_at),
    replyBy: merged_into ? null : at(first_reply),
    answerBy: at(answer_by),
    feedbackBy: at(feedback_by),
    feedbackAt: at(feedback_at),
    closedAt: at(closed_at),
    reopenedAt: at(reopened_at),
    toldOutcome: told_outcome,
    withdrawnAt: at(withdrawn_at),
    codeSeenAt: at(code_seen_at),
    code: reply_key !== null && withdrawn_at === null,
    owner: { id: owner_id, name, at: coordinator ? null : works_at },
    mergedInto: merged_into,
    partOf: part_of,
    keptApart: kept_apart,
  }
}
