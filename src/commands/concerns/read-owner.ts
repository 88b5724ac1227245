import { holds } from '../../domain/access/roles.ts'
import { type Candidate, keeper, type OfferRung, rungsAfter } from '../../domain/concerns/climb.ts'
import { coordinatorsOnly, exceptionOf } from '../../domain/concerns/concern.ts'
import { command, type Work } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { type MayOwn, whoMayOwn } from './owner-call.ts'
import { type ConcernKey, concernKey } from './sealed.ts'

type Named = { id: string; name: string | null; phone: string | null }

/** An offer that nobody has answered. `to` null: every coordinator. */
type OpenOffer = {
  id: string
  from: Named
  to: Named | null
  rung: OfferRung
  at: Temporal.Instant
  until: Temporal.Instant
  /** Everybody was asked, and nobody took it. */
  flagged: boolean
  /** Nobody asked: what is urgent had not been opened. */
  unread: boolean
  /** What its offerer wrote; null where there is nothing, or where it cannot be opened now (`sealed`). */
  summary: string | null
  sealed: boolean
}

/** Whose a concern is, and where it goes. */
export type Ownership = {
  number: number
  town: string | null
  sector: string | null
  danger: boolean
  child: boolean
  open: boolean
  /** The reporter chose coordinators only; and why whoever is on call may be asked all the same. */
  coordinatorsOnly: boolean
  exception: 'danger' | 'child' | null
  owner: Named
  offer: OpenOffer | null
  /** Who is asked next where nobody accepts, in order; null: every coordinator. Last of all it stays with `keeper`. */
  next: readonly (Named | null)[]
  keeper: Named
  /** Who said no since it was first offered, and why. */
  refusals: readonly { name: string | null; at: Temporal.Instant; reason: string | null }[]
  /** Whoever may be asked. */
  others: readonly MayOwn[]
  /** What whoever asks may do. */
  may: { answer: boolean; withdraw: boolean; handOver: boolean; take: boolean }
}

/** Reads whose a concern is; also for whoever it is offered to, who sees no word of the reporter. What an offerer wrote is content: it is an entry. */
export const readOwner = command<{ concern: string }, Ownership>({
  verb: 'read-offer',
  needs: { action: 'read', object: 'concern-offer' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const { tx, viewer } = work
    const row = await tx
      .selectFrom('concern')
      .leftJoin('profile', 'profile.person_id', 'concern.owner_id')
      .select(['number', 'town', 'sector', 'danger', 'child', 'young', 'sharing', 'state', 'owner_id', 'profile.name', 'profile.phone'])
      .where('concern.id', '=', concern)
      .executeTakeFirstOrThrow()
    const offers = await offersOf(work, concern)
    const open = offers.find(({ answer }) => answer === null)
    const chain = offers.filter(({ hand_over }) => hand_over === offers[0]?.hand_over)
    const people = await whoMayOwn(work, concern)
    const named = (id: string): Named => {
      const one = people.find(({ person }) => person === id)
      return { id, name: one?.name ?? null, phone: one?.phone ?? null }
    }
    const owner = { id: row.owner_id, name: row.name, phone: row.phone }
    const candidates: Candidate[] = people
    const asked = {
      owner: row.owner_id,
      tried: chain.flatMap(({ to_person }) => to_person ?? []),
      refused: chain.flatMap(({ to_person, answer }) => (answer === 'refused' && to_person ? [to_person] : [])),
      candidates,
      narrow: coordinatorsOnly(row),
    }
    const sealedThere = open?.summary || chain.some(({ reason }) => reason)
    const opened = sealedThere ? await concernKey(work, concern) : null
    const key = opened && !('fault' in opened) ? opened : null
    const kept = keeper(asked)
    const coordinator = holds(viewer, 'coordinator')
    const mine = row.owner_id === viewer.person
    const isOpen = row.state === 'new' || row.state === 'open'
    const done: Ownership = {
      number: row.number,
      town: row.town,
      sector: row.sector,
      danger: row.danger,
      child: row.child || row.young,
      open: isOpen,
      coordinatorsOnly: row.sharing === 'coordinators',
      exception: exceptionOf(row),
      owner,
      offer: open ? offerOf(open, key) : null,
      next: open ? rungsAfter(asked, open.rung).map(({ to }) => (to === null ? null : named(to))) : [],
      keeper: kept === row.owner_id ? owner : named(kept),
      refusals: chain.flatMap(({ answer, answered_at, answerer, id, reason }) =>
        answer === 'refused' && answered_at
          ? [{ name: answerer, at: instantOf(answered_at), reason: reason && key ? key.openText('reason', id, reason) : null }]
          : [],
      ),
      others: people.filter(({ person }) => person !== row.owner_id && person !== viewer.person),
      may: {
        answer: open !== undefined && (open.to_person === viewer.person || (open.to_person === null && coordinator && !mine)),
        withdraw: open !== undefined && (mine || open.from_person === viewer.person),
        handOver: isOpen && !open && (mine || coordinator),
        take: isOpen && coordinator && !mine,
      },
    }
    return { done, entry: open?.summary && key ? { object: 'concern', id: concern } : null }
  },
})

type OfferRow = Awaited<ReturnType<typeof offersOf>>[number]

const offersOf = ({ tx }: Work, concern: string) =>
  tx
    .selectFrom('concern_offer as o')
    .leftJoin('profile as f', 'f.person_id', 'o.from_person')
    .leftJoin('profile as t', 't.person_id', 'o.to_person')
    .leftJoin('profile as a', 'a.person_id', 'o.answered_by')
    .select(['o.id', 'o.from_person', 'o.to_person', 'o.rung', 'o.at', 'o.until', 'o.flagged_at', 'o.cause', 'o.answer', 'o.answered_at'])
    .select([
      'o.summary',
      'o.reason',
      'o.hand_over',
      'f.name as offerer',
      'f.phone as offerer_phone',
      't.name as asked',
      't.phone as asked_phone',
    ])
    .select(['a.name as answerer'])
    .where('o.concern_id', '=', concern)
    .orderBy('o.at', 'desc')
    .execute()

const offerOf = (row: OfferRow, key: ConcernKey | null): OpenOffer => ({
  id: row.id,
  from: { id: row.from_person, name: row.offerer, phone: row.offerer_phone },
  to: row.to_person === null ? null : { id: row.to_person, name: row.asked, phone: row.asked_phone },
  rung: row.rung,
  at: instantOf(row.at),
  until: instantOf(row.until),
  flagged: row.flagged_at !== null,
  unread: row.cause === 'unread',
  summary: row.summary && key ? key.openText('summary', row.hand_over, row.summary) : null,
  sealed: row.summary !== null && key === null,
})
