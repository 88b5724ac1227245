import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { invite } from './invitation.ts'

/** Invites again somebody who has not come yet: the link before it no longer works. */
export const sendInvitation = command<{ person: string }, { invitation: string }, 'not-invited'>({
  verb: 'send-invitation',
  needs: { action: 'add', object: 'invitation' },
  about: aboutPerson,
  run: async (work, { person }) => {
    const found = await work.tx.selectFrom('person').select(['partner_id', 'state']).where('id', '=', person).executeTakeFirstOrThrow()
    if (found.state !== 'invited') return { fault: 'not-invited' }
    const invitation = await invite(work, { person, partner: found.partner_id })
    return { done: { invitation }, entry: { object: 'invitation', id: invitation, owner: person } }
  },
})
