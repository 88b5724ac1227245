import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ConcernState, Sharing } from '../../../domain/concerns/concern.ts'
import type { Shared } from '../../../domain/concerns/shared.ts'
import type { Outside, SendingWay } from '../../../domain/concerns/sharing.ts'
import type { Tx } from '../../../store/store.ts'
import type { Work } from '../../command.ts'
import type { ConcernKey } from '../sealed.ts'

/** Who is told: a partner, with somebody there by name or without, or who is outside the partnership. */
export type To = { partner: string; person: string | null } | { outside: Outside }

export type ToFault = 'no-partner' | 'kept-out' | 'nobody-there'

/** Where a concern stands for sharing: once its reporter took it back, they allow nothing any more, though somebody still deals with it. */
export const allowedState = sql<ConcernState>`case when withdrawn_at is null then state else 'withdrawn' end`

/** A concern as sharing needs it. */
export type Standing = { sharing: Sharing; state: ConcernState; owner: string }

export const standingOfConcern = async (tx: Tx, concern: string): Promise<Standing> => {
  const { owner_id, ...rest } = await tx
    .selectFrom('concern')
    .select(['sharing', allowedState.as('state'), 'owner_id'])
    .where('id', '=', concern)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { ...rest, owner: owner_id }
}

/** Why it cannot go there, if it cannot: the partner is kept out of it, or nobody there would see it. The database refuses the same. */
export const faultOfRecipient = async (tx: Tx, concern: string, to: To): Promise<ToFault | null> => {
  if ('outside' in to) return null
  const { rows } = await sql<{ there: boolean; kept: boolean; named: boolean; answers: boolean }>`
    select exists (select from partner where id = ${to.partner} and ended_at is null) as there,
      is_kept_out(${concern}, ${to.partner}, ${to.person}) as kept,
      ${to.person}::uuid is null or answers_at(${to.partner}, ${to.person}) as named,
      ${to.person}::uuid is not null or exists (select from role_grant g join person p on p.id = g.person_id and p.state = 'active'
        where g.partner_id = ${to.partner} and g.role = 'spoc' and g.ended_at is null) as answers`.execute(tx)
  const [row] = rows
  if (!row?.there) return 'no-partner'
  if (row.kept) return 'kept-out'
  return row.named && row.answers ? null : 'nobody-there'
}

type Sending = { concern: string; to: To; shared: Shared; way: SendingWay | null; decision: string | null; tellReporter: boolean }

/** Kept as it was sent: for a partner that is how it is sent. */
export const sendTo = async (
  { tx }: Work,
  key: ConcernKey,
  { concern, to, shared, way, decision, tellReporter }: Sending,
): Promise<string> => {
  const id = randomUUID()
  await tx
    .insertInto('concern_share')
    .values({
      id,
      concern_id: concern,
      partner_id: 'partner' in to ? to.partner : null,
      person_id: 'partner' in to ? to.person : null,
      outside: 'outside' in to ? to.outside : null,
      way: 'outside' in to ? way : null,
      decision_id: decision,
      tell_reporter: tellReporter,
      sealed: key.seal('share', id, JSON.stringify(shared)),
    })
    .execute()
  return id
}

/** The same, out of the columns of a row. */
export const toOf = (row: { partner_id: string | null; person_id: string | null; outside: Outside | null }): To =>
  row.partner_id === null ? { outside: row.outside ?? 'other' } : { partner: row.partner_id, person: row.person_id }
