import { endSignIns } from '../../../../commands/people/end-sign-ins.ts'
import { sendInvitation } from '../../../../commands/people/send-invitation.ts'
import { withdrawInvitation } from '../../../../commands/people/withdraw-invitation.ts'
import { isUuid } from '../../../../commands/uuid.ts'
import { changeAtOnce, doneWith } from './change.ts'
import { afterInviting } from './invitation-link.tsx'

/* What one button does at once: each can be put right by another. Only what would send a mail twice carries a key: the page has several buttons. */

export const sendInvitationPage = changeAtOnce('send-invitation', async (member, _, id, again) => {
  const outcome = await member.perform(sendInvitation, { person: id }, member.key)
  return 'done' in outcome ? afterInviting(member, await again(), outcome.done.invitation) : doneWith(id, 'nothing')
})

export const withdrawInvitationPage = changeAtOnce('withdraw-invitation', async (member, _, id) => {
  const outcome = await member.perform(withdrawInvitation, { person: id })
  return doneWith(id, 'done' in outcome ? 'withdrawn' : 'nothing')
})

export const signInsPage = changeAtOnce('sign-ins', async (member, fields, id) => {
  const one = fields.text('sign-in', 40)
  if (one !== null && !isUuid(one)) return doneWith(id, 'nothing')
  const { done } = await member.perform(endSignIns, { person: id, signIn: one })
  return doneWith(id, done ? 'sign-ins' : 'nothing')
})
