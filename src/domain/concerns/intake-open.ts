import type { DataProtection } from '../data-protection/data-protection.ts'
import { type ReceivingNeed, receivingNeeds } from '../data-protection/receiving-needs.ts'
import type { Calendar } from '../time/calendar.ts'
import { type ReadRule, readBy } from './promise.ts'

/** So many hours after a person who may read opened the inbox with the key open, reports are no longer taken in. */
export const readEvery = 24

/** How it stands with the desk, as the database has it. */
export type IntakeStanding = {
  /** When a person who may read last opened the inbox with the key open. */
  readAt: Temporal.Instant | null
  /** Could it be opened again: two holders, or one and the secret file? */
  keyReady: boolean
  closedAt: Temporal.Instant | null
  /** The key that reports are sealed to. */
  key: unknown
  /** Until when someone has agreed to be on call, without a gap from now on. */
  coveredUntil: Temporal.Instant | null
  /** Partners that employ a coordinator. */
  coordinators: readonly string[]
}

/** What of a pack decides whether reports are taken in. */
export type IntakeFacts = {
  partnership: {
    adopted: unknown
    made_up?: true | undefined
    timezone: string
    data_protection?: DataProtection | undefined
    reports?: ReadRule | undefined
  }
  calendar: Calendar
}

export type ClosedBecause =
  | 'not-adopted'
  | ReceivingNeed
  /** The pack does not say by when reports are read, or the calendar ends before. */
  | 'no-promise'
  /** The database does not answer. */
  | 'no-database'
  | 'closed-by-desk'
  | 'no-key'
  | 'key-not-ready'
  | 'no-coordinator'
  | 'not-read'
  | 'not-covered'

/** The key is asked for by itself, of what the database says. */
const keyIsAsked = { holders: 'enough', receiving: 'same' } as const

export type IntakeNow = {
  /** None: the form is open. */
  reasons: readonly ClosedBecause[]
  /** By when a person will have read what is sent now. */
  promise: Temporal.Instant | null
}

/**
 * Is the form open now, and if not, why: every reason, in the order in which they are mended. The database holds those that are its own too
 * (raise_concern, migration 0008): what is said here is for whoever is about to write, so that nobody writes for nothing.
 */
export const intakeNow = ({ partnership, calendar }: IntakeFacts, standing: IntakeStanding | null, now: Temporal.Instant): IntakeNow => {
  const { adopted, made_up, timezone, data_protection, reports } = partnership
  const today = now.toZonedDateTimeISO(timezone).toPlainDate()
  const promise = reports ? readBy(reports, now, calendar) : null
  const ofPack: ClosedBecause[] = [
    ...(adopted || made_up ? [] : (['not-adopted'] as const)),
    ...receivingNeeds(data_protection, keyIsAsked, today),
    ...(promise ? [] : (['no-promise'] as const)),
  ]
  if (!standing) return { reasons: [...ofPack, 'no-database'], promise }
  const { readAt, coveredUntil } = standing
  const desk: [ClosedBecause, boolean][] = [
    ['closed-by-desk', standing.closedAt !== null],
    ['no-key', !standing.key],
    ['key-not-ready', !standing.keyReady],
    ['no-coordinator', !standing.coordinators.length],
    // In hours that have passed, whatever the clock on the wall did meanwhile.
    ['not-read', !readAt || Temporal.Instant.compare(readAt.add({ hours: readEvery }), now) <= 0],
    ['not-covered', promise !== null && (!coveredUntil || Temporal.Instant.compare(coveredUntil, promise) < 0)],
  ]
  return { reasons: [...ofPack, ...desk.flatMap(([reason, holds]) => (holds ? [reason] : []))], promise }
}

/** Would keeping these partners out leave a coordinator to read it? */
export const leavesReader = (coordinators: readonly string[], walled: readonly string[]): boolean =>
  coordinators.some((partner) => !walled.includes(partner))
