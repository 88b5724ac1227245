import { type AskedAt, askedNow } from '../../domain/register/asked.ts'
import type { EventState } from '../../domain/register/event.ts'
import { instantOf } from '../instant.ts'
import type { AttendParts } from './parts.ts'

/** An event as whoever has its code may know it. */
export type AttendEvent = {
  id: string
  tier: string
  language: string
  starts: Temporal.Instant
  ends: Temporal.Instant
  place: string
  online: boolean
  /** The partner whose trainer gives it. */
  partner: string
  state: EventState
  /** People may enter themselves now. */
  open: boolean
  /** Places can be booked now. */
  booking: boolean
  /** At which time people are asked now what they think of it. */
  asking: AskedAt | null
}

type Row = Omit<AttendEvent, 'starts' | 'ends' | 'asking'> & { starts_at: Date; ends_at: Date }

/** `unknown`: no event has this code. `gone`: the database did not answer. */
export const readAttendEvent = async (
  { door, pack, now }: AttendParts,
  code: string,
): Promise<AttendEvent | { fault: 'unknown' | 'gone' }> => {
  const found = await door()?.attend<Row>('select * from attend_event($1)', [code])
  if (!found || 'fault' in found) return { fault: 'gone' }
  const [row] = found.rows
  if (!row) return { fault: 'unknown' }
  const { starts_at, ends_at, ...rest } = row
  const event = { ...rest, starts: instantOf(starts_at), ends: instantOf(ends_at) }
  const { registerRules: rules, partnership } = pack()
  return { ...event, asking: askedNow(event, { rules, timezone: partnership.timezone }, now()) }
}

export type KnownOrganisation = { id: string; name: string }

/** The partners, to choose from. Empty where the database does not answer: then whoever enters themselves types it. */
export const readAttendOrganisations = async ({ door }: AttendParts): Promise<KnownOrganisation[]> => {
  const found = await door()?.attend<KnownOrganisation>('select * from attend_organisations()', [])
  return !found || 'fault' in found ? [] : found.rows
}
