import { takeOver, withdrawOffer } from '../../../../commands/concerns/answer-offer.ts'
import { markings } from '../../../../commands/concerns/mark-urgent.ts'
import type { MemberPage } from '../../context/page.ts'
import { concernPath } from './owner-words.tsx'

/* What one button of a concern's page does. Each may be sent twice: the second finds it done. */

const withdrawOfferPage: MemberPage = {
  path: '/desk/concerns/:id/withdraw-offer',
  here: 'inbox',
  send: async (member, fields) => {
    const outcome = await member.perform(withdrawOffer, { concern: member.param('id'), offer: fields.text('offer') ?? '' })
    return { to: concernPath(member, `?told=${'done' in outcome ? 'withdrawn' : 'over'}`) }
  },
}

const takeOverPage: MemberPage = {
  path: '/desk/concerns/:id/take-over',
  here: 'inbox',
  send: async (member) => {
    const outcome = await member.perform(takeOver, { concern: member.param('id') })
    return { to: concernPath(member, `?told=${'done' in outcome ? 'taken' : 'closed-already'}`) }
  },
}

const markPage: MemberPage = {
  path: '/desk/concerns/:id/mark-urgent',
  here: 'inbox',
  send: async (member, fields) => {
    const what = fields.choice('what', ['danger', 'child'])
    if (!what) return { to: concernPath(member) }
    await member.perform(markings[what].mark, { concern: member.param('id') })
    return { to: concernPath(member, '?told=urgent') }
  },
}

export const ownerActions: readonly MemberPage[] = [withdrawOfferPage, takeOverPage, markPage]
