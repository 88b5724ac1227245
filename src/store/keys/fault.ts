import type { PassphraseFault } from './passphrase.ts'

export type KeyFault =
  /** Holder or passphrase: which of them is not said, nor told by the time it takes. */
  | 'wrong-passphrase'
  | 'no-holder'
  | 'holder-exists'
  /** Nobody could open it any more. */
  | 'last-holder'
  /** There is none, or none of that id, or not any more. */
  | 'no-key'
  | 'key-exists'
  /** More than fifty holders or a hundred keys. */
  | 'too-many'
  /** The key that is sealed to now cannot be destroyed: another one comes first. */
  | 'in-use'
  /** Changed, cut short, or not of this key. */
  | 'damaged'
  | 'readable-by-others'
  | 'unreadable'
  | 'unwritable'
  /** Too many stretch something already: try again. */
  | 'busy'
  | PassphraseFault

/** `code`: what the system said (ENOSPC). */
export type Fault = { fault: KeyFault; code?: string }

export const isFault = (value: object): value is Fault => 'fault' in value
