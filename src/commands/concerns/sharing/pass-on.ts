import type { Shared } from '../../../domain/concerns/shared.ts'
import { isWithin, type Outside, type SendingWay } from '../../../domain/concerns/sharing.ts'
import { command, type Done, type Refused, type Work } from '../../command.ts'
import { aboutConcern } from '../about-concern.ts'
import { concernKey, type SealedFault } from '../sealed.ts'
import { faultOfRecipient, sendTo, standingOfConcern, type To, type ToFault } from './recipient.ts'

export type PassFault = SealedFault | ToFault | 'against-choice' | 'closed' | 'passed-already'

type Passing = { concern: string; to: To; shared: Shared; way: SendingWay | null }

const pass = async (work: Work, input: Passing): Promise<Done<{ share: string }> | Refused<PassFault>> => {
  const { tx } = work
  const { concern, to } = input
  const { sharing, state } = await standingOfConcern(tx, concern)
  if (state !== 'new' && state !== 'open') return { fault: 'closed' }
  if (!isWithin(sharing, to)) return { fault: 'against-choice' }
  const wrong = await faultOfRecipient(tx, concern, to)
  if (wrong) return { fault: wrong }
  const key = await concernKey(work, concern)
  if ('fault' in key) return key
  const share = await sendTo(work, key, { ...input, decision: null, tellReporter: true })
  return { done: { share }, entry: { object: 'concern', id: concern } }
}

const needs = { action: 'add', object: 'concern-share' } as const

/** Within what the reporter chose: what was written for a partner is read there, and nothing else of the concern. */
export const passToPartner = command<
  { concern: string; to: { partner: string; person: string | null }; shared: Shared },
  { share: string },
  PassFault
>({
  verb: 'pass-to-partner',
  needs,
  about: aboutConcern,
  conflicts: { concern_share_once: 'passed-already' },
  run: (work, input) => pass(work, { ...input, way: null }),
})

/** Within what the reporter chose: that somebody outside was told, and what exactly. It went there by telephone or mail, not from here. */
export const passOutside = command<
  { concern: string; to: { outside: Outside }; shared: Shared; way: SendingWay },
  { share: string },
  PassFault
>({
  verb: 'pass-outside',
  needs,
  about: aboutConcern,
  run: pass,
})
