import { type DataProtection, type Kept, kept } from './data-protection.ts'

/** How it stands with the partnership's key, as far as receiving is concerned. */
export type KeyStanding = {
  /** Who can open it: none made, one person alone (two, or the file, are the least), enough, or a file that cannot be read. */
  holders: 'no-key' | 'one' | 'enough' | 'unreadable'
  /** The public key that is kept for whoever receives: that of the holders, none yet, or another one, which nobody here could open. */
  receiving: 'same' | 'none' | 'other'
}

export type ReceivingNeed =
  | 'controllers'
  | 'arrangement'
  | 'contact'
  | 'dpia'
  | `retention-${Kept}`
  | 'key'
  | 'second-holder'
  | 'key-unreadable'
  | 'receiving-key'
  | 'receiving-key-other'

/**
 * What is missing before anything about a person is received: no concern and no attendance until this is empty. What is past its review
 * still holds: `waymark check` says so, and nobody is turned away for it. A date that is still to come does not count.
 */
export const receivingNeeds = (protection: DataProtection | undefined, key: KeyStanding, today: Temporal.PlainDate): ReceivingNeed[] => {
  const { controllers, contact, dpia, retention } = protection ?? {}
  const past = (date: string | undefined): boolean =>
    date !== undefined && Temporal.PlainDate.compare(Temporal.PlainDate.from(date), today) <= 0
  const needs: [ReceivingNeed, boolean][] = [
    ['controllers', !controllers],
    ['arrangement', (controllers?.partners.length ?? 0) > 1 && !past(controllers?.arrangement)],
    ['contact', !contact],
    ['dpia', !past(dpia?.date)],
    ...kept.map((what): [ReceivingNeed, boolean] => [`retention-${what}`, !retention?.[what]]),
    ['key', key.holders === 'no-key'],
    ['second-holder', key.holders === 'one'],
    ['key-unreadable', key.holders === 'unreadable'],
    ['receiving-key', key.receiving === 'none' && key.holders !== 'no-key'],
    ['receiving-key-other', key.receiving === 'other'],
  ]
  return needs.flatMap(([need, missing]) => (missing ? [need] : []))
}
