import { command, ofMyself } from './command.ts'

/** Who is signed in, as each page of the desk says it. */
export type Me = { person: string; name: string; partner: { id: string; name: string } }

export const readMe = command({
  verb: 'read-me',
  needs: { action: 'read', object: 'profile' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    const { name, partner } = await tx
      .selectFrom('profile')
      .innerJoin('partner', 'partner.id', 'profile.partner_id')
      .select(['profile.name', 'partner.name as partner'])
      .where('person_id', '=', viewer.person)
      .executeTakeFirstOrThrow()
    return {
      done: { person: viewer.person, name, partner: { id: viewer.partner, name: partner }, viewer },
      entry: null,
    }
  },
})
