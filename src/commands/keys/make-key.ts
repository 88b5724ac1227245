import { isFault, type KeyFault } from '../../store/keys/fault.ts'
import { command, ofPartnership } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'
import { keyEntry, signInOf } from './about-key.ts'
import { keepReceiving } from './receiving.ts'

/** The partnership's first key. A coordinator makes it and is its first holder: the passphrase is typed by whoever will open it. */
export const makeKey = command<{ passphrase: string }, null, KeyFault | 'not-fresh'>({
  verb: 'make-key',
  needs: { action: 'add', object: 'key' },
  // Nobody's own yet, so that a coordinator makes it and nobody else.
  about: ofPartnership,
  run: async (work, { passphrase }) => {
    const { tx, viewer, parts, now } = work
    if (!(await isFreshSignIn(work))) return { fault: 'not-fresh' }
    const signIn = await signInOf(tx)
    const made = await parts.keys.ring.make(viewer.person, passphrase, now)
    if (isFault(made)) return { fault: made.fault }
    const fault = await keepReceiving(tx, parts)
    if (fault) return { fault: fault.fault }
    parts.keys.keep(made, { holder: viewer.person, signIn }, now)
    return { done: null, entry: keyEntry(parts, viewer.person) }
  },
})
