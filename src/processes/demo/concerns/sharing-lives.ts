import { promiseFeedback } from '../../../commands/concerns/promise-feedback.ts'
import { recordFeedback } from '../../../commands/concerns/record-feedback.ts'
import { askToShareCommand, shareAtOnceCommand } from '../../../commands/concerns/sharing/ask-to-share.ts'
import { changeChoice } from '../../../commands/concerns/sharing/change-choice.ts'
import { decideSharingCommand, reviewSharingCommand, sendApproved } from '../../../commands/concerns/sharing/decide-sharing.ts'
import { passOutside, passToPartner } from '../../../commands/concerns/sharing/pass-on.ts'
import { acknowledgePassed, answerPassed } from '../../../commands/concerns/sharing/passed.ts'
import type { Shared } from '../../../domain/concerns/shared.ts'
import type { Case } from './case.ts'
import { imran, looks, note, read, reply } from './open-lives.ts'

/* Who else is told of a concern: within what its reporter chose, and against it. */

const thanks = 'Thank you for telling us. We have read it, and will write to you here when we can say more.'
const shared = (to: string | null, what: string, ask: string | null = null): Shared => ({ version: 1, to, what, asked: ask })
const forPartner = shared(
  null,
  'Several people work and sleep at one business in your area. They seem to have no contract, and one man speaks for all.',
  'Please tell us what you know of the place, and whether you could visit it.',
)
const forChildren = shared(
  'Children’s services, the duty team',
  'A child lives and works at an address that we gave by telephone. The child is not in school.',
)
const forPolice = shared(
  'The control room',
  'A woman may be locked in at an address that we gave by telephone. We do not know the name of the man.',
)

/** Partners that it can be passed to, and who answers there. */
const spocs = {
  'saxelmere-homes': 'Brian Okafor',
  dunnockby: 'Gareth Bowyer',
  larkenwold: 'Piers Halloran',
  saxelmere: 'Helen Marchetti',
} as const
export type To = keyof typeof spocs

export const passed = (partner: To, answer: 'none' | 'acknowledged' | 'answered') => async (c: Case) => {
  await read(c)
  const { share } = await c.as(6, c.desk, passToPartner, { to: { partner, person: null }, shared: forPartner })
  await reply(
    c,
    6.5,
    c.desk,
    'Thank you. As you allowed, we have told an organisation in the partnership that can help. We will write here.',
    21,
  )
  if (answer === 'none') return
  await c.as(9, spocs[partner], acknowledgePassed, { share })
  if (answer === 'acknowledged') return
  await c.as(70, spocs[partner], answerPassed, {
    share,
    text: 'We visited as part of our usual round. The rooms are overcrowded. We will go again with an interpreter.',
  })
  await looks(c, 80)
}

export const toldOutside = async (c: Case): Promise<void> => {
  await read(c)
  await c.as(5, c.desk, passOutside, {
    to: { outside: 'police' },
    shared: shared('The duty officer', 'What the reporter saw, in our own words, without their name.'),
    way: 'telephone',
  })
  await reply(c, 6, c.desk, 'Thank you. As you allowed, we have told the police. They decide what they do.', null)
}

const asking = (reason: string, why: string, what: Shared, partner: To | null) => ({
  to: partner ? { partner, person: null } : { outside: 'police' as const },
  reason,
  asked: { version: 1 as const, shared: what, why },
  tellReporter: true,
})

const others = asking(
  'other-adults-at-risk',
  'At least eight other people sleep at the same place, and nobody has asked them.',
  forPartner,
  'dunnockby',
)

/** Asked for, against what the reporter chose; nobody has decided. */
export const asks = async (c: Case): Promise<void> => {
  await read(c, 3, imran)
  await c.as(5, imran, askToShareCommand, others)
}

export const asksRefused = async (c: Case): Promise<void> => {
  await read(c)
  const { decision } = await c.as(5, c.desk, askToShareCommand, others)
  await c.as(9, c.second, decideSharingCommand, {
    decision,
    outcome: 'refused',
    answer: 'Ask the reporter first: they answer within a day, and nothing here is so urgent.',
  })
}

export const asksApproved = (sent: boolean) => async (c: Case) => {
  await read(c)
  const { decision } = await c.as(5, c.desk, askToShareCommand, others)
  await c.as(8, c.second, decideSharingCommand, { decision, outcome: 'approved', answer: null })
  await reply(c, 8.5, c.desk, thanks)
  if (sent) await c.as(9, c.desk, sendApproved, { decision, way: null })
}

export const atOnce = (what: 'danger' | 'child', review: 'waits' | 'approved' | 'refused') => async (c: Case) => {
  await read(c, 0.3)
  const danger = what === 'danger'
  const { decision } = await c.as(0.5, c.desk, shareAtOnceCommand, {
    ...asking(
      danger ? 'danger-to-life' : 'a-child',
      danger ? 'Someone may be hurt tonight.' : 'A child may be at risk.',
      danger ? forPolice : forChildren,
      null,
    ),
    to: { outside: danger ? 'police' : 'council' },
    tellReporter: !danger,
    way: 'telephone',
  })
  await note(
    c,
    0.6,
    c.desk,
    danger ? 'Called 999 and read out what we sent.' : 'Called children’s services. They have taken the details and will visit.',
  )
  if (review === 'waits') return
  const answer =
    review === 'approved'
      ? null
      : 'The council had it already. The telephone call was right, and the written part was more than they needed.'
  await c.as(14, c.second, reviewSharingCommand, { decision, outcome: review, answer })
  if (danger) await reply(c, 15, c.desk, thanks)
  else await reply(c, 20, c.desk, 'Thank you. A child may be at risk, so we have told a council’s children’s services.', 10)
}

export const choseAgain = async (c: Case): Promise<void> => {
  await read(c)
  await reply(c, 4, c.desk, 'Thank you. May we tell organisations in the partnership that can help? You can say no.')
  await c.as(30, c.desk, changeChoice, { choice: 'partners', said: 'They wrote with their code: yes, tell anyone who can help.' })
}

/** A professional sent it, and is to hear what happened. */
export const referral = (told: boolean) => async (c: Case) => {
  await read(c)
  if (!c.referred) await c.as(3.5, c.desk, promiseFeedback, {})
  await note(c, 5, c.desk, 'They are a first responder. Called back and agreed who does what.')
  await reply(c, 6, c.desk, thanks)
  if (told) await c.as(60, c.desk, recordFeedback, {})
}
