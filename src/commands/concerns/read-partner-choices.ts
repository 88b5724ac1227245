import { command, ofPartnership } from '../command.ts'

/** Partners that a concern may be about, by name: for whoever says so, who need not be an administrator. */
export const readPartnerChoices = command<null, readonly { id: string; name: string }[]>({
  verb: 'read-partner-choices',
  needs: { action: 'read', object: 'partner' },
  about: ofPartnership,
  run: async ({ tx }) => ({
    done: await tx.selectFrom('partner').select(['id', 'name']).where('ended_at', 'is', null).orderBy('name').execute(),
    entry: null,
  }),
})
