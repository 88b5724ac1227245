import { command, ofMyself } from './command.ts'
import { type OnCallNow, onCallNow } from './on-call-now.ts'

/** Who is signed in, as each page of the desk says it. */
export type Me = { person: string; name: string; partner: { id: string; name: string }; onCall: OnCallNow }

export const readMe = command({
  verb: 'read-me',
  needs: { action: 'read', object: 'profile' },
  about: ofMyself,
  run: async ({ tx, viewer, now }) => {
    const { name, partner } = await tx
      .selectFrom('profile')
      .innerJoin('partner', 'partner.id', 'profile.partner_id')
      .select(['profile.name', 'partner.name as partner'])
      .where('person_id', '=', viewer.person)
      .executeTakeFirstOrThrow()
    return {
      done: { person: viewer.person, name, partner: { id: viewer.partner, name: partner }, onCall: await onCallNow(tx, now), viewer },
      entry: null,
    }
  },
})
