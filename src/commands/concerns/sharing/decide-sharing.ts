import { holds } from '../../../domain/access/roles.ts'
import { askedSchema } from '../../../domain/concerns/shared.ts'
import {
  type DecidingFault,
  decideSharing,
  isFaulty,
  type SendingFault,
  type SendingWay,
  type SharingDecision,
  sendShared,
  withdrawAsk,
} from '../../../domain/concerns/sharing.ts'
import type { Tx } from '../../../store/store.ts'
import { command, type Done, type Refused, type Work } from '../../command.ts'
import { at, instantOf } from '../../instant.ts'
import { aboutConcern } from '../about-concern.ts'
import { concernKey, type SealedFault } from '../sealed.ts'
import { faultOfRecipient, sendTo, standingOfConcern, type To, type ToFault, toOf } from './recipient.ts'

export type DecideFault = SealedFault | DecidingFault | 'no-coordinator' | 'gone'
type Deciding = { concern: string; decision: string; outcome: 'approved' | 'refused'; answer: string | null }

const needs = { action: 'change', object: 'sharing-decision' } as const

type Found = { decision: SharingDecision; to: To; tellReporter: boolean; sealed: Buffer }

/** The decision as the rules know it; held until the transaction ends, so that two people do not decide at once. */
const findDecision = async (tx: Tx, { concern, decision }: { concern: string; decision: string }): Promise<Found | null> => {
  const row = await tx
    .selectFrom('sharing_decision')
    .selectAll()
    .where('id', '=', decision)
    .where('concern_id', '=', concern)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const share = await tx.selectFrom('concern_share').select('at').where('decision_id', '=', decision).executeTakeFirst()
  return {
    decision: {
      ...{ askedBy: row.asked_by, askedAt: instantOf(row.asked_at), reason: row.reason, urgent: row.urgent },
      ...{ outcome: row.outcome, decidedBy: row.decided_by, sentAt: share ? instantOf(share.at) : null },
    },
    to: toOf(row),
    tellReporter: row.tell_reporter,
    sealed: row.sealed,
  }
}

const decide =
  (urgent: boolean) =>
  async (work: Work, input: Deciding): Promise<Done<null> | Refused<DecideFault>> => {
    const { tx, viewer, now } = work
    if (!holds(viewer, 'coordinator')) return { fault: 'no-coordinator' }
    const found = await findDecision(tx, input)
    if (!found || found.decision.urgent !== urgent) return { fault: 'gone' }
    const step = decideSharing(found.decision, { by: viewer.person, outcome: input.outcome })
    if (isFaulty(step)) return { fault: step }
    const key = await concernKey(work, input.concern)
    if ('fault' in key) return key
    const answer = input.answer === null ? null : key.seal('reason', input.decision, input.answer)
    await tx
      .updateTable('sharing_decision')
      .set({ outcome: input.outcome, decided_at: at(now), answer })
      .where('id', '=', input.decision)
      .execute()
    return { done: null, entry: { object: 'concern', id: input.concern } }
  }

/** A second coordinator approves what somebody asks to share, or refuses it with a reason. Nothing leaves yet. */
export const decideSharingCommand = command<Deciding, null, DecideFault>({
  verb: 'decide-sharing',
  needs,
  about: aboutConcern,
  run: decide(false),
})

/** A second coordinator says whether it was right to share at once. It has left: a partner can lose it, nobody can forget it. */
export const reviewSharingCommand = command<Deciding, null, DecideFault>({
  verb: 'review-sharing',
  needs,
  about: aboutConcern,
  run: decide(true),
})

/** Whoever asked, or any coordinator, takes the question back. */
export const withdrawAskCommand = command<{ concern: string; decision: string }, null, 'decided' | 'sent' | 'gone'>({
  verb: 'withdraw-ask',
  needs,
  about: aboutConcern,
  run: async ({ tx, now }, input) => {
    const found = await findDecision(tx, input)
    if (!found) return { fault: 'gone' }
    const step = withdrawAsk(found.decision)
    if (isFaulty(step)) return { fault: step }
    await tx
      .updateTable('sharing_decision')
      .set({ outcome: 'withdrawn', decided_at: at(now) })
      .where('id', '=', input.decision)
      .execute()
    return { done: null, entry: { object: 'concern', id: input.concern } }
  },
})

/** What was approved leaves, as it was approved. `way`: how it went to somebody outside. */
export const sendApproved = command<
  { concern: string; decision: string; way: SendingWay | null },
  { share: string },
  SealedFault | SendingFault | ToFault | 'gone' | 'passed-already' | 'no-way'
>({
  verb: 'send-approved',
  needs: { action: 'add', object: 'concern-share' },
  about: aboutConcern,
  conflicts: { concern_share_once: 'passed-already', concern_share_decision_id_key: 'sent' },
  run: async (work, input) => {
    const { tx, now } = work
    const { concern, decision, way } = input
    const { state } = await standingOfConcern(tx, concern)
    const found = await findDecision(tx, input)
    if (!found) return { fault: 'gone' }
    const step = sendShared(found.decision, { at: now, closed: state === 'closed' })
    if (isFaulty(step)) return { fault: step }
    const { to, tellReporter } = found
    if ('outside' in to && way === null) return { fault: 'no-way' }
    const wrong = await faultOfRecipient(tx, concern, to)
    if (wrong) return { fault: wrong }
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const text = key.openText('decision', decision, found.sealed)
    if (text === null) return { fault: 'damaged' }
    const { shared } = askedSchema.parse(JSON.parse(text))
    const share = await sendTo(work, key, { concern, to, shared, way, decision, tellReporter })
    return { done: { share }, entry: { object: 'concern', id: concern } }
  },
})
