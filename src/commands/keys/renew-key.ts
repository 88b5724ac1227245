import type { KeyFault } from '../../store/keys/fault.ts'
import { command, ofPartnership } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'
import { destroyAfter, keyEntry } from './about-key.ts'
import { keepReceiving } from './receiving.ts'

/** A new key to seal to, for the same holders: where the public one in the database was not ours, or somebody may have seen the old one. */
export const renewKey = command<Record<string, never>, null, KeyFault | 'not-fresh' | 'key-closed'>({
  verb: 'renew-key',
  needs: { action: 'add', object: 'key' },
  about: ofPartnership,
  run: async (work) => {
    const { tx, parts, now } = work
    if (!(await isFreshSignIn(work))) return { fault: 'not-fresh' }
    const opened = parts.keys.opened(now)
    if (!opened) return { fault: 'key-closed' }
    const fault = (await opened.rotate(now, destroyAfter(parts, now))) ?? (await keepReceiving(tx, parts))
    return fault ? { fault: fault.fault } : { done: null, entry: keyEntry(parts) }
  },
})
