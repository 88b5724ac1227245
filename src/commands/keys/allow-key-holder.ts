import { isFault } from '../../store/keys/fault.ts'
import { command, ofPartnership } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'
import { keyEntry, mayHoldKey } from './about-key.ts'

/**
 * A coordinator lets someone become a holder while the key is open here. Nothing of the key is given to them by this: they type their own
 * passphrase, on their own screen (add-key-holder), and nobody tells one to anybody.
 */
export const allowKeyHolder = command<{ person: string }, null, 'not-fresh' | 'key-closed' | 'may-not-hold' | 'holder-exists'>({
  verb: 'allow-key-holder',
  needs: { action: 'add', object: 'key' },
  about: ofPartnership,
  run: async (work, { person }) => {
    const { tx, viewer, parts, now } = work
    if (!(await isFreshSignIn(work))) return { fault: 'not-fresh' }
    const { keys } = parts
    if (!keys.opened(now)) return { fault: 'key-closed' }
    if (!(await mayHoldKey(tx, person))) return { fault: 'may-not-hold' }
    const state = keys.ring.state()
    if (!isFault(state) && state.holders.some(({ id }) => id === person)) return { fault: 'holder-exists' }
    keys.offer({ to: person, by: viewer.person })
    return { done: null, entry: keyEntry(parts, person) }
  },
})
