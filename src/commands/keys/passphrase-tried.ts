import { type Fault, isFault } from '../../store/keys/fault.ts'
import { writeEntry } from '../../store/store.ts'
import type { Done, Work } from '../command.ts'
import { takeTry } from '../sign-in/throttle.ts'
import { keyEntry } from './about-key.ts'

/** From the third wrong one on it stands in the audit. */
const noted = 3

/** A passphrase that was not right: a value, not a fault, for what was counted and written down stays. */
export type NotRight = { wrong: true } | { wait: number }

/** Nothing was changed; what was noted has its entry already. */
const unchanged = (not: NotRight): Done<NotRight> => ({ done: not, entry: null })

/**
 * Tries what somebody typed, so often and no more. A wrong one and a holder who is none are one answer. What is no matter of the passphrase
 * (busy, no key) does not count.
 */
export const tried = async <Value extends object>(
  work: Work,
  open: () => Promise<Value | Fault>,
): Promise<{ value: Value } | { not: Done<NotRight> } | Fault> => {
  const { tx, viewer, parts } = work
  const one = await takeTry(parts, { what: 'passphrase', person: viewer.person, network: null })
  if ('wait' in one) return { not: unchanged(one) }
  const value = await open()
  if (!isFault(value)) {
    await one.right()
    return { value }
  }
  if (value.fault !== 'wrong-passphrase') {
    if (one.count === 1) await one.right()
    return value
  }
  if (one.count >= noted) await writeEntry(tx, { verb: 'open-key-refused', ...keyEntry(parts, viewer.person) })
  return { not: unchanged({ wrong: true }) }
}
