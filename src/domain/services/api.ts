import type { Calendar } from '../time/calendar.ts'
import { type Place, placesOf } from './serves.ts'
import type { Service } from './service.ts'
import { type State, serviceState } from './state.ts'

/** One element of `services` in /services.json. Other systems rely on these names: add, never rename or leave out. */
export type ServiceRow = {
  id: string
  name: string
  /** As it is printed; null where there is none or it is not known. */
  phone: string | null
  url: string | null
  state: State
  sure: boolean
  /** Local time with its offset, to the second: `2019-08-05T08:00:00+01:00`. */
  until: string | null
  opens: string | null
  /** Source date: a day, a month or a year. */
  confirmed: string | null
  note: string
  /** Where several rows answer one id of the national content: that id, and the names of the places that this row is for. */
  for?: string
  serves?: readonly string[]
}

const withOffset = (time: Temporal.ZonedDateTime | null): string | null =>
  time?.toString({ timeZoneName: 'never', smallestUnit: 'second' }) ?? null

export const serviceRow = (service: Service, at: Temporal.Instant, calendar: Calendar, places: readonly Place[] = []): ServiceRow => {
  const { state, sure, until, opens, confirmed } = serviceState(service, at, calendar)
  return {
    id: service.id,
    name: service.name,
    phone: service.phone === null || service.phone === 'unknown' ? null : service.phone.display,
    url: service.url,
    state,
    sure,
    until: withOffset(until),
    opens: withOffset(opens),
    confirmed,
    note: service.note,
    ...(service.for === undefined ? {} : { for: service.for }),
    ...(service.serves ? { serves: placesOf(service, places) } : {}),
  }
}

/** ISO 8601 date, time and offset, extended form: what may stand in `?at=`. Temporal checks that the date and time exist. */
const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)$/

const earliest = Temporal.Instant.from('1900-01-01T00:00:00Z')
const latest = Temporal.Instant.from('2201-01-01T00:00:00Z')

/**
 * The instant that `?at=` asks for: `now` when it was not sent, null when it is not one (the answer is then 400). A `+` that
 * was not encoded arrives as a space, and is taken for what it was. Years outside 1900 to 2200 (UTC) are refused.
 */
export const parseAt = (text: string | undefined, now: Temporal.Instant): Temporal.Instant | null => {
  if (text === undefined) return now
  const match = instant.exec(text.replace(/ (?=\d\d:\d\d$)/, '+'))
  if (!match) return null
  try {
    const at = Temporal.Instant.from(match[0])
    return Temporal.Instant.compare(at, earliest) >= 0 && Temporal.Instant.compare(at, latest) < 0 ? at : null
  } catch {
    return null
  }
}
