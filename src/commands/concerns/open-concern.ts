import { sql } from 'kysely'
import type { ConcernState } from '../../domain/concerns/concern.ts'
import type { Work } from '../command.ts'
import { instantOf } from '../instant.ts'
import { type ConcernHead, headOf } from './head.ts'
import { type ConcernNote, openNotes } from './notes.ts'
import { openReplies, type SentReply } from './replies.ts'
import { type OpenedText, openTexts, type SealedFault } from './sealed.ts'

export type Offered = {
  from: string | null
  /** Null: every coordinator. */
  to: string | null
  at: Temporal.Instant
  /** It went on to them by itself, because nobody had opened the concern, or answered. Null: somebody offered it. */
  climbed: 'unread' | 'unanswered' | null
  answer: 'accepted' | 'refused' | 'lapsed' | 'withdrawn' | null
  answeredAt: Temporal.Instant | null
}
/** `partner` null: outside the partnership. */
export type Passed = { partner: string | null; by: string | null; at: Temporal.Instant; endedAt: Temporal.Instant | null }
/** A line of the audit about it. */
export type Happened = { at: Temporal.Instant; verb: string; person: string | null; name: string | null }
/** Another concern that it belongs together with. `into`: this one was merged into that one; `from`: that one into this. */
export type Linked = {
  id: string
  number: number
  kind: 'related' | 'into' | 'from'
  town: string | null
  sector: string | null
  state: ConcernState
}

/** A concern as whoever deals with it sees it, opened. */
export type Concern = ConcernHead & {
  /** What the reporter wrote, the oldest first. */
  texts: readonly OpenedText[]
  notes: readonly ConcernNote[]
  /** The newest first. */
  replies: readonly SentReply[]
  offers: readonly Offered[]
  shares: readonly Passed[]
  /** The newest first. */
  history: readonly Happened[]
  linked: readonly Linked[]
}

/** Opens all of a concern. Whoever calls this writes an entry in the audit. */
export const openConcern = async (work: Work, concern: string): Promise<Concern | { fault: SealedFault }> => {
  const opened = await openTexts(work, concern)
  if ('fault' in opened) return opened
  const { texts, key } = opened
  return {
    ...(await headOf(work, concern)),
    texts,
    notes: await openNotes(work, concern, key),
    replies: await openReplies(work, concern, key),
    offers: await offersOf(work, concern),
    shares: await sharesOf(work, concern),
    history: await historyOf(work, concern),
    linked: await linkedTo(work, concern),
  }
}

const offersOf = async ({ tx }: Work, concern: string): Promise<Offered[]> => {
  const rows = await tx
    .selectFrom('concern_offer as o')
    .leftJoin('profile as f', 'f.person_id', 'o.from_person')
    .leftJoin('profile as t', 't.person_id', 'o.to_person')
    .select(['o.at', 'o.rung', 'o.cause', 'o.answer', 'o.answered_at', 'f.name as from', 't.name as to'])
    .where('o.concern_id', '=', concern)
    .orderBy('o.at', 'desc')
    .execute()
  return rows.map(({ at, answered_at, rung, cause, ...row }) => ({
    ...row,
    at: instantOf(at),
    climbed: cause === 'unread' ? 'unread' : rung > 0 ? 'unanswered' : null,
    answeredAt: answered_at && instantOf(answered_at),
  }))
}

const sharesOf = async ({ tx }: Work, concern: string): Promise<Passed[]> => {
  const rows = await tx
    .selectFrom('concern_share as s')
    .leftJoin('partner', 'partner.id', 's.partner_id')
    .leftJoin('profile', 'profile.person_id', 's.made_by')
    .select(['s.at', 's.ended_at', 'partner.name as partner', 'profile.name as by'])
    .where('s.concern_id', '=', concern)
    .execute()
  return rows.map(({ at, ended_at, ...row }) => ({ ...row, at: instantOf(at), endedAt: ended_at && instantOf(ended_at) }))
}

const historyOf = async ({ tx }: Work, concern: string): Promise<Happened[]> => {
  const { rows } = await sql<{ at: Date; verb: string; person: string | null; name: string | null }>`
    select * from concern_history(${concern}::uuid)`.execute(tx)
  return rows.map(({ at, ...row }) => ({ ...row, at: instantOf(at) }))
}

const linkedTo = async ({ tx }: Work, concern: string): Promise<Linked[]> => {
  const rows = await tx
    .selectFrom('concern_link as l')
    .innerJoin('concern as c', (join) =>
      join.on((on) =>
        on.or([
          on.and([on('l.concern_id', '=', concern), on('c.id', '=', on.ref('l.other_id'))]),
          on.and([on('l.other_id', '=', concern), on('c.id', '=', on.ref('l.concern_id'))]),
        ]),
      ),
    )
    .select(['c.id', 'c.number', 'c.town', 'c.sector', 'c.state', 'l.kind', 'l.concern_id'])
    .where('l.ended_at', 'is', null)
    .orderBy('l.at')
    .execute()
  return rows.map(({ kind, concern_id, ...row }) => ({
    ...row,
    kind: kind === 'related' ? kind : concern_id === concern ? 'into' : 'from',
  }))
}
