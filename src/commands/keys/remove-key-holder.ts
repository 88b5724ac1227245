import type { KeyFault } from '../../store/keys/fault.ts'
import { command, ofPartnership } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'
import { destroyAfter, keyEntry } from './about-key.ts'
import { keepReceiving } from './receiving.ts'

/** Someone holds the key no longer. A new key is made, so that what comes from now on does not open with what they knew. */
export const removeKeyHolder = command<{ holder: string }, null, KeyFault | 'not-fresh' | 'key-closed'>({
  verb: 'remove-key-holder',
  needs: { action: 'remove', object: 'key' },
  about: ofPartnership,
  run: async (work, { holder }) => {
    const { tx, parts, now } = work
    if (!(await isFreshSignIn(work))) return { fault: 'not-fresh' }
    const { keys } = parts
    const opened = keys.opened(now)
    if (!opened) return { fault: 'key-closed' }
    // The key before it opens what it received, until that is sealed anew (../key-life/sweep-keys.ts).
    const fault = await opened.removeHolder(holder, now, destroyAfter(parts, now))
    if (fault) return { fault: fault.fault }
    keys.close((opening) => opening.holder === holder)
    keys.withdraw(holder)
    const unkept = await keepReceiving(tx, parts)
    return unkept ? { fault: unkept.fault } : { done: null, entry: keyEntry(parts, holder) }
  },
})
