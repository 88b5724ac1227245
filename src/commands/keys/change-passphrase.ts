import type { KeyFault } from '../../store/keys/fault.ts'
import { command } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'
import { aboutKey, keyEntry } from './about-key.ts'
import { type NotRight, tried } from './passphrase-tried.ts'

/** A holder's own passphrase. The key itself stays, and so does whoever has it open. */
export const changePassphrase = command<{ before: string; after: string }, { changed: true } | NotRight, KeyFault | 'not-fresh'>({
  verb: 'change-passphrase',
  needs: { action: 'change', object: 'key' },
  about: aboutKey,
  run: async (work, { before, after }) => {
    const { viewer, parts } = work
    if (!(await isFreshSignIn(work))) return { fault: 'not-fresh' }
    const outcome = await tried(work, async () => (await parts.keys.ring.changePassphrase(viewer.person, before, after)) ?? {})
    if ('fault' in outcome) return { fault: outcome.fault }
    if ('not' in outcome) return outcome.not
    return { done: { changed: true }, entry: keyEntry(parts, viewer.person) }
  },
})
