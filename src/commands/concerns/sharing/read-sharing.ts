import type { Plain, Sharing } from '../../../domain/concerns/concern.ts'
import { type Asked, askedSchema, type Shared, sharedSchema } from '../../../domain/concerns/shared.ts'
import type { SendingWay, SharingDecision } from '../../../domain/concerns/sharing.ts'
import { command, type Work } from '../../command.ts'
import { at, instantOf } from '../../instant.ts'
import { aboutConcern } from '../about-concern.ts'
import { type ConcernKey, concernKey, type SealedFault } from '../sealed.ts'
import { allowedState, type Standing, type To, toOf } from './recipient.ts'

type Named = { id: string; name: string | null }

/** A decision, with what it says; null where no key of ours opens it. */
export type Decision = SharingDecision & {
  id: string
  to: To
  by: Named
  tellReporter: boolean
  asked: Asked | null
  decided: { by: string | null; at: Temporal.Instant; answer: string | null } | null
}

/** What a partner says: it has it, or an answer. */
export type ShareAnswer = { at: Temporal.Instant; by: string | null; text: string | null; kind: 'acknowledged' | 'answer' }

export type Share = {
  id: string
  to: To
  person: string | null
  /** Of whoever is named there, else of a SPOC there. */
  phone: string | null
  at: Temporal.Instant
  by: string | null
  way: SendingWay | null
  decision: string | null
  /** Since when the partner no longer sees it. */
  ended: Temporal.Instant | null
  shared: Shared | null
  answers: readonly ShareAnswer[]
}

export type ChoiceChange = { choice: Sharing; at: Temporal.Instant; by: string | null; said: string | null }

export type SharingPage = Pick<Plain, 'danger' | 'child' | 'young' | 'town' | 'sector'> &
  Standing & {
    concern: string
    number: number
    decisions: readonly Decision[]
    shares: readonly Share[]
    changes: readonly ChoiceChange[]
    /** Partners, without those that are kept out; how many those are. */
    partners: readonly { id: string; name: string; people: readonly Named[] }[]
    keptOut: readonly string[]
  }

/** Everything about who else may read of a concern. What partners answered counts as seen once its owner has read it. */
export const readSharing = command<{ concern: string; glance?: boolean }, SharingPage, SealedFault>({
  verb: 'read-sharing',
  needs: { action: 'read', object: 'sharing-decision' },
  about: aboutConcern,
  run: async (work, { concern, glance = false }) => {
    const { tx, viewer, now } = work
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const { owner_id, ...row } = await tx
      .selectFrom('concern')
      .select(['number', 'sharing', allowedState.as('state'), 'owner_id', 'danger', 'child', 'young', 'town', 'sector'])
      .where('id', '=', concern)
      .executeTakeFirstOrThrow()
    if (owner_id === viewer.person && !glance)
      await tx
        .updateTable('share_answer')
        .set({ seen_at: at(now) })
        .where('concern_id', '=', concern)
        .where('seen_at', 'is', null)
        .execute()
    const shares = await readShares(work, key, concern)
    return {
      done: {
        ...row,
        owner: owner_id,
        concern,
        decisions: await readDecisions(work, key, concern, shares),
        shares,
        changes: await readChanges(work, key, concern),
        ...(await readPartners(work, concern)),
      },
      // Where it is a line on the page of the concern, that page has its entry.
      entry: glance ? null : { object: 'concern', id: concern },
    }
  },
})

const parsed = <Value>(schema: { parse(json: unknown): Value }, text: string | null): Value | null =>
  text === null ? null : schema.parse(JSON.parse(text))

const readDecisions = async ({ tx }: Work, key: ConcernKey, concern: string, shares: readonly Share[]): Promise<Decision[]> => {
  const rows = await tx
    .selectFrom('sharing_decision as d')
    .leftJoin('profile as asker', 'asker.person_id', 'd.asked_by')
    .leftJoin('profile as decider', 'decider.person_id', 'd.decided_by')
    .selectAll('d')
    .select(['asker.name as asker', 'decider.name as decider'])
    .where('d.concern_id', '=', concern)
    .orderBy('d.asked_at', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, to: toOf(row), by: { id: row.asked_by, name: row.asker }, tellReporter: row.tell_reporter },
    ...{ askedBy: row.asked_by, askedAt: instantOf(row.asked_at), reason: row.reason, urgent: row.urgent },
    ...{ outcome: row.outcome, decidedBy: row.decided_by },
    sentAt: shares.find(({ decision }) => decision === row.id)?.at ?? null,
    asked: parsed(askedSchema, key.openText('decision', row.id, row.sealed)),
    decided: row.decided_at && {
      ...{ by: row.decider, at: instantOf(row.decided_at) },
      answer: row.answer && key.openText('reason', row.id, row.answer),
    },
  }))
}

/** What was passed of a concern, as far as whoever asks may see it: a partner sees its own. */
export const readShares = async ({ tx }: Work, key: ConcernKey, concern: string): Promise<Share[]> => {
  const rows = await tx
    .selectFrom('concern_share as s')
    .leftJoin('profile as maker', 'maker.person_id', 's.made_by')
    .leftJoin('profile as named', 'named.person_id', 's.person_id')
    .selectAll('s')
    .select(['maker.name as maker', 'named.name as named', 'named.phone as named_phone'])
    .select((is) =>
      is
        .selectFrom('role_grant as g')
        .innerJoin('profile as spoc', 'spoc.person_id', 'g.person_id')
        .select('spoc.phone')
        .whereRef('g.partner_id', '=', 's.partner_id')
        .where('g.role', '=', 'spoc')
        .where('g.ended_at', 'is', null)
        .where('spoc.phone', 'is not', null)
        .orderBy('spoc.name')
        .limit(1)
        .as('spoc_phone'),
    )
    .where('s.concern_id', '=', concern)
    .orderBy('s.at', 'desc')
    .execute()
  const answers = await tx
    .selectFrom('share_answer as a')
    .leftJoin('profile', 'profile.person_id', 'a.made_by')
    .select(['a.id', 'a.share_id', 'a.at', 'a.kind', 'a.sealed', 'profile.name'])
    .where('a.concern_id', '=', concern)
    .orderBy('a.at')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, to: toOf(row), person: row.named, at: instantOf(row.at), by: row.maker, way: row.way, decision: row.decision_id },
    phone: row.person_id === null ? row.spoc_phone : row.named_phone,
    ended: row.outside === null && row.ended_at ? instantOf(row.ended_at) : null,
    shared: row.sealed && parsed(sharedSchema, key.openText('share', row.id, row.sealed)),
    answers: answers
      .filter(({ share_id }) => share_id === row.id)
      .map(({ id, at, kind, sealed, name }) => ({ at: instantOf(at), by: name, kind, text: sealed && key.openText('share', id, sealed) })),
  }))
}

const readChanges = async ({ tx }: Work, key: ConcernKey, concern: string): Promise<ChoiceChange[]> => {
  const rows = await tx
    .selectFrom('choice_change as c')
    .leftJoin('profile', 'profile.person_id', 'c.made_by')
    .select(['c.id', 'c.choice', 'c.at', 'c.sealed', 'profile.name'])
    .where('c.concern_id', '=', concern)
    .orderBy('c.at', 'desc')
    .execute()
  return rows.map(({ id, choice, at, sealed, name }) => ({ choice, at: instantOf(at), by: name, said: key.openText('note', id, sealed) }))
}

/** Where it can go: partners with whoever may be named there. Those who are kept out are told apart, and never offered. */
const readPartners = async ({ tx }: Work, concern: string): Promise<Pick<SharingPage, 'partners' | 'keptOut'>> => {
  const partners = await tx.selectFrom('partner').select(['id', 'name']).where('ended_at', 'is', null).orderBy('name').execute()
  const kept = await tx.selectFrom('concern_apart').select(['partner_id', 'person_id']).where('concern_id', '=', concern).execute()
  const people = await tx
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .innerJoin('profile', 'profile.person_id', 'p.id')
    .select(['p.id', 'g.partner_id', 'profile.name'])
    .distinct()
    .where('g.role', 'in', ['practitioner', 'spoc'])
    .where('g.ended_at', 'is', null)
    .where('p.state', '=', 'active')
    .orderBy('profile.name')
    .execute()
  const isKept = (partner: string): boolean => kept.some(({ partner_id }) => partner_id === partner)
  return {
    keptOut: partners.filter(({ id }) => isKept(id)).map(({ name }) => name),
    partners: partners
      .filter(({ id }) => !isKept(id))
      .map(({ id, name }) => ({
        ...{ id, name },
        people: people
          .filter((one) => one.partner_id === id && !kept.some(({ person_id }) => person_id === one.id))
          .map((one) => ({ id: one.id, name: one.name })),
      })),
  }
}
