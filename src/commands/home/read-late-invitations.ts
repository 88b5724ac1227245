import { command, ofPartnership } from '../command.ts'
import { at, instantOf } from '../instant.ts'

/** Somebody who was invited and has not come, though their link ends within a day or has ended. */
export type LateInvitation = { person: string; name: string; ends: Temporal.Instant }

export const readLateInvitations = command<object, readonly LateInvitation[]>({
  verb: 'read-late-invitations',
  needs: { action: 'read', object: 'invitation' },
  about: ofPartnership,
  run: async ({ tx, now }) => {
    const rows = await tx
      .selectFrom('invitation')
      .innerJoin('person', 'person.id', 'invitation.person_id')
      .innerJoin('profile', 'profile.person_id', 'invitation.person_id')
      .select(['invitation.person_id as person', 'profile.name', 'invitation.expires_at as ends'])
      .where('person.state', '=', 'invited')
      .where('used_at', 'is', null)
      .where('invitation.ended_at', 'is', null)
      .where('invitation.expires_at', '<', at(now.add({ hours: 24 })))
      .orderBy('invitation.expires_at')
      .limit(50)
      .execute()
    return { done: rows.map(({ ends, ...row }) => ({ ...row, ends: instantOf(ends) })), entry: null }
  },
})
