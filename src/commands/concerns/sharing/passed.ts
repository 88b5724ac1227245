import { randomUUID } from 'node:crypto'
import type { Facts } from '../../../domain/access/table.ts'
import type { Plain } from '../../../domain/concerns/concern.ts'
import type { Tx } from '../../../store/store.ts'
import { command, type Work } from '../../command.ts'
import { at, instantOf } from '../../instant.ts'
import { concernKey, type SealedFault } from '../sealed.ts'
import { readShares, type Share } from './read-sharing.ts'

/*
 * A concern as a partner meets it that it was passed to: its plain columns and what was written for them, and no word of the reporter.
 */

type Of = { concern: string; share: string }

/** What was passed, to whoever sees its row: the database shows a partner its own. */
const aboutShare = async ({ tx, viewer }: Work, { concern, share }: Of): Promise<Facts | null> => {
  const row = await tx
    .selectFrom('concern_share as s')
    .leftJoin('concern as c', 'c.id', 's.concern_id')
    .select(['s.partner_id', 'c.owner_id'])
    .where('s.id', '=', share)
    .where('s.concern_id', '=', concern)
    .executeTakeFirst()
  return row ? { own: row.owner_id === viewer.person, partners: row.partner_id === null ? [] : [row.partner_id] } : null
}

/** The one that is open for the partner of whoever asks. */
const aboutPassed = async ({ tx, viewer }: Work, { concern }: { concern: string }): Promise<Facts | null> => {
  const row = await tx
    .selectFrom('concern_share')
    .select('partner_id')
    .where('concern_id', '=', concern)
    .where('ended_at', 'is', null)
    .where('partner_id', '=', viewer.partner)
    .executeTakeFirst()
  return row ? { partners: [viewer.partner] } : null
}

export type Passed = Pick<Plain, 'danger' | 'child' | 'young' | 'town' | 'sector'> & {
  concern: string
  number: number
  received: Date
  share: Share
  /** Who else may be named here. */
  colleagues: readonly { id: string; name: string }[]
  /** When whoever asks said that they have it. */
  acknowledged: Temporal.Instant | null
  /** Who passed it, and who owns the concern now. */
  by: { name: string | null; phone: string | null }
  owner: { name: string | null; phone: string | null }
}

/** What was passed to one's own partner. */
export const readPassed = command<{ concern: string }, Passed, SealedFault | 'gone'>({
  verb: 'read-passed',
  needs: { action: 'read', object: 'concern-share' },
  about: aboutPassed,
  run: async (work, { concern }) => {
    const { tx, viewer } = work
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const { owner_name, owner_phone, ...row } = await tx
      .selectFrom('concern')
      .leftJoin('profile as owner', 'owner.person_id', 'concern.owner_id')
      .select([
        'number',
        'received_at as received',
        'danger',
        'child',
        'young',
        'town',
        'sector',
        'owner.name as owner_name',
        'owner.phone as owner_phone',
      ])
      .where('concern.id', '=', concern)
      .executeTakeFirstOrThrow()
    const share = (await readShares(work, key, concern)).find(({ to, ended }) => 'partner' in to && to.partner === viewer.partner && !ended)
    if (!share) return { fault: 'gone' }
    const mine = await tx
      .selectFrom('share_answer')
      .select((is) => is.fn.min('at').as('at'))
      .where('share_id', '=', share.id)
      .where('made_by', '=', viewer.person)
      .executeTakeFirst()
    const by = await tx
      .selectFrom('concern_share')
      .leftJoin('profile', 'profile.person_id', 'concern_share.made_by')
      .select(['profile.name', 'profile.phone'])
      .where('concern_share.id', '=', share.id)
      .executeTakeFirstOrThrow()
    const done: Passed = {
      ...row,
      concern,
      share,
      colleagues: await colleaguesOf(tx, viewer.partner, concern),
      acknowledged: mine?.at ? instantOf(mine.at) : null,
      by,
      owner: { name: owner_name, phone: owner_phone },
    }
    return { done, entry: { object: 'concern', id: concern } }
  },
})

const colleaguesOf = async (tx: Tx, partner: string, concern: string) =>
  tx
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .innerJoin('profile', 'profile.person_id', 'p.id')
    .select(['p.id', 'profile.name'])
    .distinct()
    .where('g.role', 'in', ['practitioner', 'spoc'])
    .where('g.ended_at', 'is', null)
    .where('g.partner_id', '=', partner)
    .where('p.partner_id', '=', partner)
    .where('p.state', '=', 'active')
    .where(({ fn, val, not }) => not(fn<boolean>('is_kept_out', [val(concern), val(partner), 'p.id'])))
    .orderBy('profile.name')
    .execute()

const isOpen = async (tx: Tx, { share }: Of): Promise<boolean> =>
  (await tx
    .selectFrom('concern_share')
    .select('id')
    .where('id', '=', share)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()) !== undefined

const answers = { action: 'add', object: 'share-answer' } as const

/** Somebody at the partner says that they have it. */
export const acknowledgePassed = command<Of, null, 'ended' | 'acknowledged'>({
  verb: 'acknowledge-passed',
  needs: answers,
  about: aboutShare,
  conflicts: { share_answer_once: 'acknowledged' },
  run: async ({ tx, viewer }, input) => {
    if (!(await isOpen(tx, input))) return { fault: 'ended' }
    const of = { share_id: input.share, concern_id: input.concern, partner_id: viewer.partner }
    await tx
      .insertInto('share_answer')
      .values({ id: randomUUID(), ...of, kind: 'acknowledged' })
      .execute()
    return { done: null, entry: { object: 'concern', id: input.concern } }
  },
})

/** An answer to whoever owns the concern. The reporter does not see it. */
export const answerPassed = command<Of & { text: string }, null, SealedFault | 'ended'>({
  verb: 'answer-passed',
  needs: answers,
  about: aboutShare,
  run: async (work, input) => {
    const { tx, viewer } = work
    if (!(await isOpen(tx, input))) return { fault: 'ended' }
    const key = await concernKey(work, input.concern)
    if ('fault' in key) return key
    const id = randomUUID()
    const of = { share_id: input.share, concern_id: input.concern, partner_id: viewer.partner }
    await tx
      .insertInto('share_answer')
      .values({ id, ...of, kind: 'answer', sealed: key.seal('share', id, input.text) })
      .execute()
    return { done: null, entry: { object: 'concern', id: input.concern } }
  },
})

const changes = { action: 'change', object: 'concern-share' } as const

/** Who at the partner deals with it; nobody by name: its SPOC. */
export const nameColleague = command<Of & { person: string | null }, null, 'ended' | 'nobody-there'>({
  verb: 'name-colleague',
  needs: changes,
  about: aboutShare,
  run: async ({ tx, viewer }, input) => {
    if (!(await isOpen(tx, input))) return { fault: 'ended' }
    if (input.person !== null && !(await colleaguesOf(tx, viewer.partner, input.concern)).some(({ id }) => id === input.person))
      return { fault: 'nobody-there' }
    await tx.updateTable('concern_share').set({ person_id: input.person }).where('id', '=', input.share).execute()
    return { done: null, entry: { object: 'concern', id: input.concern } }
  },
})

/** Taken back by the desk, or done with at the partner: nobody there sees it any more. What was read is not unread. */
export const endShare = command<Of, null, 'ended'>({
  verb: 'end-share',
  needs: changes,
  about: aboutShare,
  run: async ({ tx, now }, input) => {
    if (!(await isOpen(tx, input))) return { fault: 'ended' }
    await tx
      .updateTable('concern_share')
      .set({ ended_at: at(now) })
      .where('id', '=', input.share)
      .execute()
    return { done: null, entry: { object: 'concern', id: input.concern } }
  },
})
