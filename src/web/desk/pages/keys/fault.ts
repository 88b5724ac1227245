import type { KeyFault } from '../../../../commands/keys/fault.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import type { Answer, Member } from '../../context/page.ts'
import { signInFor } from '../../context/way-back.ts'

export const keysPath = '/desk/keys'

/** What any command about the key may answer, that a page has a sentence for. */
export type KeysFault = KeyFault | 'not-fresh' | 'key-closed' | 'not-allowed-yet' | 'may-not-hold' | 'no-file'

/** Seconds after which whoever was told `busy` may come again. */
export const later = 5

/** The status of an answer, and its sentence. `field`: it is about what was typed. */
export type Said = { status: number; text: string; field: boolean; retryAfter?: number }

const sentences: Readonly<Partial<Record<KeysFault, DeskId>>> = {
  'wrong-passphrase': 'key-fault.wrong',
  'passphrase-short': 'key-fault.short',
  'passphrase-long': 'key-fault.long',
  'passphrase-repeats': 'key-fault.repeats',
  'key-closed': 'key-fault.closed',
  'not-allowed-yet': 'key-fault.not-allowed-yet',
  'may-not-hold': 'key-fault.may-not-hold',
  'key-exists': 'key-fault.exists',
  'holder-exists': 'key-fault.holder-exists',
  'last-holder': 'key-fault.last-holder',
  'no-key': 'key-fault.none',
  'no-file': 'key-fault.unusable',
}
const typed: readonly KeysFault[] = ['wrong-passphrase', 'passphrase-short', 'passphrase-long', 'passphrase-repeats']

export const saidOf = ({ t }: Pick<Member, 't'>, fault: KeysFault): Said => {
  // Not 500: our own code is well, and someone can put it right.
  if (fault === 'busy') return { status: 503, text: t('key-fault.busy'), field: false, retryAfter: later }
  const field = typed.includes(fault)
  return { status: field ? 400 : 409, text: t(sentences[fault] ?? 'key-fault.unusable'), field }
}

/** What came of a passphrase that was tried. */
export const triedSaid = ({ t }: Pick<Member, 't'>, not: { wrong: true } | { wait: number }): Said =>
  'wait' in not
    ? { status: 429, text: t('key-fault.wait', { minutes: Math.ceil(not.wait / 60) }), field: true, retryAfter: not.wait }
    : { status: 400, text: t('key-fault.wrong'), field: true }

/** They prove again who they are, and come back. */
export const signInAgain = (path: string): Answer => ({ to: signInFor(path, 'again') })
