import { command } from '../command.ts'
import { aboutRead } from './keep-apart.ts'

/** Which partners can be kept out of a concern, by name: for whoever may do so, who need not be one who invites people. */
export const readToKeepOut = command<{ concern: string }, readonly { id: string; name: string }[]>({
  verb: 'read-to-keep-out',
  needs: { action: 'add', object: 'concern-apart' },
  about: aboutRead,
  run: async ({ tx }) => ({
    done: await tx.selectFrom('partner').select(['id', 'name']).where('ended_at', 'is', null).orderBy('name').execute(),
    entry: null,
  }),
})
