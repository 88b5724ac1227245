import { type Entering, saidOf } from './enter-event.ts'
import type { AttendParts } from './parts.ts'

/** `accessNeeds`: what somebody needs to take part, for whoever teaches alone. */
export type Booking = Omit<Entering, 'word'> & { accessNeeds: string | null }

/** `full`: not even waiting is of use. `closed`: nothing can be booked now. */
export type BookFault = 'closed' | 'full' | 'used' | 'gone'

/** Somebody asks for a place: they have one, or wait for one. */
export const bookPlace = async (
  { door, pepper }: AttendParts,
  booking: Booking,
): Promise<{ done: 'booked' | 'waiting' } | { fault: BookFault }> => {
  const { entry, event, accessNeeds } = booking
  const asked = await door()?.attend<{ came: 'booked' | 'waiting' | BookFault }>(
    'select attend_book($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as came',
    [entry, event, ...saidOf(pepper, booking), accessNeeds],
  )
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  const came = asked.rows[0]?.came ?? 'gone'
  return came === 'booked' || came === 'waiting' ? { done: came } : { fault: came }
}

/** What became of a booking; `off`: the event does not take place. */
export type PlaceState = 'booked' | 'waiting' | 'here' | 'gone-up' | 'off'

const states: Readonly<Record<string, PlaceState>> = {
  ...{ booked: 'booked', waiting: 'waiting', entered: 'here', confirmed: 'here', off: 'off' },
  ...{ cancelled: 'gone-up', struck: 'gone-up' },
}

/** A booking, for whoever has its address: nothing of who booked. */
export const readPlace = async (
  { door }: AttendParts,
  entry: string,
): Promise<{ state: PlaceState; code: string } | { fault: 'unknown' | 'gone' }> => {
  const asked = await door()?.attend<{ place_state: string; code: string }>('select * from attend_place($1)', [entry])
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  const [row] = asked.rows
  return row ? { state: states[row.place_state] ?? 'gone-up', code: row.code } : { fault: 'unknown' }
}

/** Gives the place up; whoever waits longest has it then. */
export const giveUpPlace = async ({ door }: AttendParts, entry: string): Promise<{ done: true } | { fault: 'unknown' | 'gone' }> => {
  const asked = await door()?.attend<{ came: 'done' | 'unknown' }>('select attend_give_up($1) as came', [entry])
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  return asked.rows[0]?.came === 'done' ? { done: true } : { fault: 'unknown' }
}
