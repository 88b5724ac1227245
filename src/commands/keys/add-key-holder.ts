import type { KeyFault } from '../../store/keys/fault.ts'
import { command } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'
import { aboutKey, keyEntry } from './about-key.ts'

/** Whoever was allowed to becomes a holder, with a passphrase of their own. */
export const addKeyHolder = command<{ passphrase: string }, null, KeyFault | 'not-fresh' | 'not-allowed-yet'>({
  verb: 'add-key-holder',
  needs: { action: 'add', object: 'key' },
  about: aboutKey,
  run: async (work, { passphrase }) => {
    const { viewer, parts, now } = work
    if (!(await isFreshSignIn(work))) return { fault: 'not-fresh' }
    const { keys } = parts
    const opened = keys.opened(now)
    // When the key closes, all that was allowed ends.
    if (!opened || !keys.offers(now).some(({ to }) => to === viewer.person)) return { fault: 'not-allowed-yet' }
    const fault = await opened.addHolder(viewer.person, passphrase, now)
    if (fault) return { fault: fault.fault }
    keys.withdraw(viewer.person)
    return { done: null, entry: keyEntry(parts, viewer.person) }
  },
})
