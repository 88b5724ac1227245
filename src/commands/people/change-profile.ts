import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { endInvitation, invite } from './invitation.ts'

/**
 * A person as an administrator writes them down. `version`: the one that was read; another one since then is `changed-meanwhile`. Gives the
 * invitation that went to another address, if one had: the link that was sent to the old one no longer works.
 */
export const changeProfile = command<
  { person: string; name: string; email: string; phone: string | null; version: number },
  { invitation: string | null },
  'email-taken' | 'changed-meanwhile'
>({
  verb: 'change-profile',
  needs: { action: 'change', object: 'person' },
  about: aboutPerson,
  conflicts: { profile_email: 'email-taken' },
  run: async (work, { person, version, ...written }) => {
    const before = await work.tx
      .selectFrom('profile')
      .select(['email', 'partner_id'])
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    const changed = await work.tx
      .updateTable('profile')
      .set({ ...written, version: sql`version + 1` })
      .where('person_id', '=', person)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!changed.numUpdatedRows) return { fault: 'changed-meanwhile' }
    const elsewhere = before.email.toLowerCase() !== written.email.toLowerCase() && (await endInvitation(work, person)) !== null
    const invitation = elsewhere ? await invite(work, { person, partner: before.partner_id }) : null
    return { done: { invitation }, entry: { object: 'profile', id: person, owner: person } }
  },
})
