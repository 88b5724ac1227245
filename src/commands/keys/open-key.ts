import { holds } from '../../domain/access/roles.ts'
import { isFault, type KeyFault } from '../../store/keys/fault.ts'
import { command } from '../command.ts'
import { aboutKey, keyEntry, signInOf } from './about-key.ts'
import { type NotRight, tried } from './passphrase-tried.ts'
import { keepReceiving, receivingOf, tellOfOther } from './receiving.ts'

/** Opens the key in this process, by the passphrase of whoever is signed in, and looks whether what is received is sealed to it. */
export const openKey = command<{ passphrase: string }, { opened: true } | NotRight, KeyFault>({
  verb: 'open-key',
  needs: { action: 'change', object: 'key' },
  about: aboutKey,
  run: async (work, { passphrase }) => {
    const { tx, viewer, parts, now } = work
    const outcome = await tried(work, () => parts.keys.ring.open(viewer.person, passphrase))
    if ('fault' in outcome) return { fault: outcome.fault }
    if ('not' in outcome) return outcome.not
    const receiving = await receivingOf(tx, parts)
    if (receiving === 'other') tellOfOther(parts)
    // Left behind where somebody made a new key and the database failed at that moment.
    if (receiving === 'none' && holds(viewer, 'coordinator')) {
      const fault = await keepReceiving(tx, parts)
      if (fault && isFault(fault)) return { fault: fault.fault }
    }
    parts.keys.keep(outcome.value, { holder: viewer.person, signIn: await signInOf(tx) }, now)
    return { done: { opened: true }, entry: keyEntry(parts, viewer.person) }
  },
})
