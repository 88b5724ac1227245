import { randomUUID } from 'node:crypto'
import type { Asked } from '../../../domain/concerns/shared.ts'
import { type AskingFault, askToShare, isFaulty, isWithin, type SendingWay, shareAtOnce } from '../../../domain/concerns/sharing.ts'
import { command, type Work } from '../../command.ts'
import { aboutConcern } from '../about-concern.ts'
import { type ConcernKey, concernKey, type SealedFault } from '../sealed.ts'
import { faultOfRecipient, type Standing, sendTo, standingOfConcern, type To, type ToFault } from './recipient.ts'

export type Asking = { concern: string; to: To; reason: string; asked: Asked; tellReporter: boolean }
export type AskFault = SealedFault | ToFault | AskingFault | 'within-choice' | 'no-reason' | 'asked-already' | 'passed-already'

const needs = { action: 'add', object: 'sharing-decision' } as const

/** Asks a second person to agree before it is shared against what the reporter chose. Nothing leaves. */
export const askToShareCommand = command<Asking, { decision: string }, AskFault>({
  verb: 'ask-to-share',
  needs,
  about: aboutConcern,
  conflicts: { sharing_decision_once: 'asked-already' },
  run: async (work, input) => {
    const { concern } = input
    const standing = await standingOfConcern(work.tx, concern)
    const step = askToShare(askingOf(work, input, standing))
    if (isFaulty(step)) return { fault: step }
    const ready = await readyToAsk(work, input, standing)
    if ('fault' in ready) return ready
    const decision = await addDecision(work, ready.key, input, false)
    return { done: { decision }, entry: { object: 'concern', id: concern } }
  },
})

/** A life or a child is at risk: whoever owns it shares at once, and a second person looks at it within a day. */
export const shareAtOnceCommand = command<Asking & { way: SendingWay | null }, { decision: string; share: string }, AskFault>({
  verb: 'share-at-once',
  needs,
  about: aboutConcern,
  conflicts: { concern_share_once: 'passed-already' },
  run: async (work, input) => {
    const { concern, to, asked, way, tellReporter } = input
    const standing = await standingOfConcern(work.tx, concern)
    const step = shareAtOnce(askingOf(work, input, standing))
    if (isFaulty(step)) return { fault: step }
    const ready = await readyToAsk(work, input, standing, true)
    if ('fault' in ready) return ready
    const decision = await addDecision(work, ready.key, input, true)
    const share = await sendTo(work, ready.key, { concern, to, shared: asked.shared, way, decision, tellReporter })
    return { done: { decision, share }, entry: { object: 'concern', id: concern } }
  },
})

const askingOf = ({ viewer, now }: Work, { reason }: Asking, { owner, state }: Standing) => ({
  ...{ by: viewer.person, at: now, reason, owner },
  closed: state === 'closed',
})

const readyToAsk = async (
  work: Work,
  { concern, to, reason }: Asking,
  { sharing, state }: Standing,
  atOnce = false,
): Promise<{ key: ConcernKey } | { fault: AskFault }> => {
  if (!work.parts.pack.sharingReasons.some(({ id }) => id === reason)) return { fault: 'no-reason' }
  // Whoever took a report back allows nothing any more. In an emergency nobody has to look up whether the choice allows it as well.
  if (!atOnce && state !== 'withdrawn' && isWithin(sharing, to)) return { fault: 'within-choice' }
  const wrong = await faultOfRecipient(work.tx, concern, to)
  if (wrong) return { fault: wrong }
  const key = await concernKey(work, concern)
  return 'fault' in key ? key : { key }
}

const addDecision = async (
  { tx }: Work,
  key: ConcernKey,
  { concern, to, reason, asked, tellReporter }: Asking,
  urgent: boolean,
): Promise<string> => {
  const id = randomUUID()
  await tx
    .insertInto('sharing_decision')
    .values({
      id,
      concern_id: concern,
      reason,
      partner_id: 'partner' in to ? to.partner : null,
      person_id: 'partner' in to ? to.person : null,
      outside: 'outside' in to ? to.outside : null,
      urgent,
      tell_reporter: tellReporter,
      sealed: key.seal('decision', id, JSON.stringify(asked)),
    })
    .execute()
  return id
}
