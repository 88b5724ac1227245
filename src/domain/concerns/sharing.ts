import type { Sharing } from './concern.ts'

/*
 * Who else may read of a concern, and why. Within what the reporter chose, it is passed on. Against it, a legal reason is needed
 * (content/national/sharing-reasons.yaml), and a second person who agrees before anything leaves: or, where a life or a child is at risk, who
 * looks at it within a day after. The database holds the same rules (store/migrations/0016-sharing.ts).
 */

/** Reasons that cannot wait for a second person, by their ids in the pack: whoever owns the concern shares at once. */
export const atOnceReasons = ['danger-to-life', 'a-child'] as const
export const isAtOnce = (reason: string): boolean => atOnceReasons.some((one) => one === reason)

/** Who is no partner of the partnership. */
export const outsides = ['police', 'council', 'nhs', 'charity', 'other'] as const
export type Outside = (typeof outsides)[number]

/** How something went to someone outside; a partner reads it here. */
export const sendingWays = ['telephone', 'email', 'online', 'person', 'post'] as const
export type SendingWay = (typeof sendingWays)[number]

export type Recipient = { partner: string } | { outside: Outside }

/** Does what the reporter chose allow it by itself? */
export const isWithin = (choice: Sharing, to: Recipient): boolean => choice === 'others' || (choice === 'partners' && 'partner' in to)

/** By when the second person looks, in hours: at what was shared at once (issue of the partnership), and at what waits for them (our own limit). */
export const reviewHours = 24

export const outcomes = ['approved', 'refused', 'withdrawn', 'lapsed'] as const
export type SharingOutcome = (typeof outcomes)[number]

/** A decision to share against the choice. `urgent`: it was shared at once, and what a second person says of it comes after. */
export type SharingDecision = {
  askedBy: string
  askedAt: Temporal.Instant
  reason: string
  urgent: boolean
  outcome: SharingOutcome | null
  decidedBy: string | null
  sentAt: Temporal.Instant | null
}

/** Why a step cannot be taken. */
export type AskingFault = 'closed' | 'not-owner' | 'can-wait'
export type DecidingFault = 'own' | 'decided'
export type SendingFault = 'sent' | 'not-approved' | 'closed'

export const isFaulty = <Fault extends string>(step: SharingDecision | Fault): step is Fault => typeof step === 'string'

type Asking = { by: string; at: Temporal.Instant; reason: string; owner: string; closed: boolean }

export const askToShare = ({ by, at, reason, closed }: Asking): SharingDecision | AskingFault =>
  closed ? 'closed' : { askedBy: by, askedAt: at, reason, urgent: false, outcome: null, decidedBy: null, sentAt: null }

export const shareAtOnce = ({ by, at, reason, owner, closed }: Asking): SharingDecision | AskingFault => {
  if (closed) return 'closed'
  if (!isAtOnce(reason)) return 'can-wait'
  if (by !== owner) return 'not-owner'
  return { askedBy: by, askedAt: at, reason, urgent: true, outcome: null, decidedBy: null, sentAt: at }
}

/** What the second person says: before it leaves, or of what was shared at once. */
export const decideSharing = (
  decision: SharingDecision,
  { by, outcome }: { by: string; outcome: 'approved' | 'refused' },
): SharingDecision | DecidingFault => {
  if (decision.outcome !== null) return 'decided'
  if (by === decision.askedBy) return 'own'
  return { ...decision, outcome, decidedBy: by }
}

/** Whoever asked no longer does. What was shared at once cannot be unasked. */
export const withdrawAsk = (decision: SharingDecision): SharingDecision | 'decided' | 'sent' => {
  if (decision.outcome !== null) return 'decided'
  return decision.urgent ? 'sent' : { ...decision, outcome: 'withdrawn' }
}

/** It leaves: once, and not before the second person agreed. */
export const sendShared = (
  decision: SharingDecision,
  { at, closed }: { at: Temporal.Instant; closed: boolean },
): SharingDecision | SendingFault => {
  if (decision.sentAt) return 'sent'
  if (decision.outcome !== 'approved') return 'not-approved'
  return closed ? 'closed' : { ...decision, sentAt: at }
}

/** The concern is closed: what nobody has decided need not be decided any more. What was shared at once is looked at all the same. */
export const endWithConcern = (decision: SharingDecision): SharingDecision =>
  decision.outcome === null && !decision.urgent ? { ...decision, outcome: 'lapsed' } : decision

export const lookBy = ({ askedAt }: Pick<SharingDecision, 'askedAt'>): Temporal.Instant => askedAt.add({ hours: reviewHours })

export type SharingStanding = 'waits' | 'may-be-sent' | 'sent' | 'to-review' | 'agreed' | 'disagreed' | 'refused' | 'withdrawn' | 'lapsed'

export const standingOf = ({ urgent, outcome, sentAt }: SharingDecision): SharingStanding => {
  if (outcome === 'withdrawn' || outcome === 'lapsed') return outcome
  if (urgent) return outcome === null ? 'to-review' : outcome === 'approved' ? 'agreed' : 'disagreed'
  if (outcome === null) return 'waits'
  if (outcome === 'refused') return 'refused'
  return sentAt ? 'sent' : 'may-be-sent'
}
