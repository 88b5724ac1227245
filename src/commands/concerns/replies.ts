import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { hasBlank } from '../../domain/concerns/reply.ts'
import { seal } from '../../store/seal/seal.ts'
import { publicKey } from '../../store/seal/suite.ts'
import type { Work } from '../command.ts'
import { at, instantOf } from '../instant.ts'
import type { ConcernKey } from './sealed.ts'
import { replyDue } from './waits.ts'

/** A reply as the desk keeps it. `text` null: it cannot be opened. */
export type SentReply = {
  id: string
  at: Temporal.Instant
  goesAt: Temporal.Instant
  takenBackAt: Temporal.Instant | null
  /** When the reporter first read it. */
  seenAt: Temporal.Instant | null
  answerBy: Temporal.Instant | null
  by: { id: string; name: string | null }
  text: string | null
}

/** The newest first. */
export const openReplies = async ({ tx }: Work, concern: string, key: ConcernKey): Promise<SentReply[]> => {
  const rows = await tx
    .selectFrom('concern_reply as r')
    .leftJoin('profile as p', 'p.person_id', 'r.made_by')
    .select(['r.id', 'r.at', 'r.goes_at', 'r.taken_back_at', 'r.seen_at', 'r.answer_by', 'r.made_by', 'r.sealed', 'p.name'])
    .where('r.concern_id', '=', concern)
    .orderBy('r.goes_at', 'desc')
    .execute()
  return rows.map(({ id, at, goes_at, taken_back_at, seen_at, answer_by, made_by, sealed, name }) => ({
    id,
    at: instantOf(at),
    goesAt: instantOf(goes_at),
    takenBackAt: taken_back_at && instantOf(taken_back_at),
    seenAt: seen_at && instantOf(seen_at),
    answerBy: answer_by && instantOf(answer_by),
    by: { id: made_by, name },
    text: key.openText('reply', id, sealed),
  }))
}

/** `blank`: a place to fill in was left as it was. */
export type ReplyFault = 'no-reporter' | 'too-large' | 'blank'

/** `closes`: the concern is closed with it. */
type Writing = { concern: string; text: string; goesAt: Temporal.Instant; answerBy: Temporal.Instant | null; closes?: boolean }

/**
 * Keeps a reply, sealed twice: for the desk under the concern's key, and to the key that the reporter's code gives, which nobody here has. It
 * settles what was promised, and may promise anew.
 */
export const writeReply = async (
  work: Work,
  key: ConcernKey,
  { concern, text, goesAt, answerBy, closes = false }: Writing,
): Promise<{ reply: string } | { fault: ReplyFault }> => {
  const { tx, now } = work
  if (hasBlank(text)) return { fault: 'blank' }
  const { reply_key, answer_by, withdrawn_at } = await tx
    .selectFrom('concern')
    .select(['reply_key', 'answer_by', 'withdrawn_at'])
    .where('id', '=', concern)
    .executeTakeFirstOrThrow()
  if (!reply_key || withdrawn_at) return { fault: 'no-reporter' }
  const id = randomUUID()
  const forReporter = await seal(Buffer.from(text, 'utf8'), publicKey(reply_key), { kind: 'reply', id })
  if (forReporter === 'too-large') return { fault: 'too-large' }
  await tx
    .insertInto('concern_reply')
    .values({
      id,
      concern_id: concern,
      goes_at: at(goesAt),
      sealed: key.seal('reply', id, text),
      for_reporter: Buffer.from(forReporter),
      answer_by: answerBy && at(answerBy),
      answer_was: answer_by,
      closes,
    })
    .execute()
  await tx
    .updateTable('concern')
    .set({ answer_by: answerBy && at(answerBy), version: sql`version + 1` })
    .where('id', '=', concern)
    .execute()
  // Whoever answers has read it: a report that was never opened on its page is not left as new.
  await tx
    .updateTable('concern')
    .set({ read_at: at(now), reply_by: at(replyDue(work)), state: 'open' })
    .where('id', '=', concern)
    .where('state', '=', 'new')
    .execute()
  return { reply: id }
}
