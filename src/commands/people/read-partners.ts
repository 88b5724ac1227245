import { command } from '../command.ts'

/** Partners that someone can belong to: those that have not ended, by name. For whoever invites people. */
export const readPartners = command<null, readonly { id: string; name: string }[]>({
  verb: 'read-partners',
  needs: { action: 'add', object: 'person' },
  about: async () => ({}),
  run: async ({ tx }) => ({
    done: await tx.selectFrom('partner').select(['id', 'name']).where('ended_at', 'is', null).orderBy('name').execute(),
    entry: null,
  }),
})
