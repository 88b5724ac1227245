import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { endInvitation } from './invitation.ts'

/** The link that somebody was sent no longer works. They stay in the list, until they are invited again or their access is ended. */
export const withdrawInvitation = command<{ person: string }, null, 'not-invited'>({
  verb: 'withdraw-invitation',
  needs: { action: 'change', object: 'invitation' },
  about: aboutPerson,
  run: async (work, { person }) => {
    const ended = await endInvitation(work, person)
    return ended === null ? { fault: 'not-invited' } : { done: null, entry: { object: 'invitation', id: ended, owner: person } }
  },
})
