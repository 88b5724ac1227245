import { lastDays } from '../../domain/concerns/key-life.ts'
import { isFault } from '../../store/keys/fault.ts'
import { command, ofPartnership } from '../command.ts'
import { keyNeeds } from './sweep-keys.ts'

/** One that receives no more. `needs`: once its last day is over, does anything still open with it alone? Null: its day is still
 * to come. Never how much: every role reads this, also whoever is kept from a concern. */
export type EarlierKey = { id: string; until: Temporal.PlainDate; needs: boolean | null }

/** The partnership's keys that were followed by another one and still open, the oldest first. */
export const readEarlierKeys = command<null, readonly EarlierKey[]>({
  verb: 'read-earlier-keys',
  needs: { action: 'read', object: 'key' },
  about: ofPartnership,
  run: async ({ tx, parts, now }) => {
    const state = parts.keys.ring.state()
    if (isFault(state)) return { done: [], entry: null }
    const { timezone } = parts.pack.partnership
    const today = now.toZonedDateTimeISO(timezone).toPlainDate()
    const keys = lastDays(state.keys, timezone)
    const isOver = (until: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(until, today) < 0
    // Only then: it looks at the key of each concern.
    const needs = keys.some(({ until }) => isOver(until)) ? await keyNeeds(tx, parts) : new Map<string, number>()
    return { done: keys.map(({ id, until }) => ({ id, until, needs: isOver(until) ? (needs.get(id) ?? 0) > 0 : null })), entry: null }
  },
})
