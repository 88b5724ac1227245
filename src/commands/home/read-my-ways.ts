import { countOf, waysOf } from '../account/ways.ts'
import { command, ofMyself } from '../command.ts'

/** Has someone a way to sign in the next time? `issuer`: of the provider that is set up now. */
export const readMyWays = command<{ issuer: string | null }, boolean>({
  verb: 'read-my-ways',
  needs: { action: 'read', object: 'profile' },
  about: ofMyself,
  run: async (work, { issuer }) => ({ done: countOf(await waysOf(work, issuer)) > 0, entry: null }),
})
