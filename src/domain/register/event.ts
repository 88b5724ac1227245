/** What is planned, or was called off. What is over stays planned. */
export type EventState = 'planned' | 'cancelled'

/** How a name came onto the list of an event: people entered it on their own phone, whoever taught it typed it, or typed it from a paper sheet; or they asked for a place. */
export const entryWays = ['phone', 'list', 'sheet', 'booked'] as const
export type EntryWay = (typeof entryWays)[number]

/** What became of it. Counted is what was confirmed, alone. */
export type EntryState = 'booked' | 'waiting' | 'entered' | 'struck' | 'confirmed' | 'cancelled'

/** What somebody who booked is told of by mail. */
export type Told = 'place' | 'moved' | 'cancelled'

/** How somebody learned: at an event, as a file or a learning system says, alone at the site, or the short update for who held an older version. */
export type AttendanceWay = 'event' | 'file' | 'statements' | 'alone' | 'update'

/** People enter themselves from an hour before it until 48 hours after its end: whoever had no signal does it at home. */
export const opensBefore = Temporal.Duration.from({ hours: 1 })
export const closesAfter = Temporal.Duration.from({ hours: 48 })

/** Whoever changed the word on the screen has this long in which the one before counts too. */
export const oldWordCounts = Temporal.Duration.from({ minutes: 10 })

/** So many wrong words within ten minutes are told to whoever teaches; at thirty the list takes no phone for a minute (attend_enter). */
export const wrongWordsTold = 10

/** Is the page open on which people enter themselves? */
export const isOpen = (
  { state, starts, ends }: { state: EventState; starts: Temporal.Instant; ends: Temporal.Instant },
  now: Temporal.Instant,
): boolean =>
  state === 'planned' &&
  Temporal.Instant.compare(now, starts.subtract(opensBefore)) >= 0 &&
  Temporal.Instant.compare(now, ends.add(closesAfter)) <= 0

/** No event is longer than a day's work (training_event has the same). */
const longest = 13 * 60

/** Does it end after it starts, and on the same day of work? */
export const isInOrder = (event: { starts: Temporal.Instant; ends: Temporal.Instant }): boolean =>
  lasts(event) > 0 && lasts(event) <= longest

/** How long it is, in minutes. */
export const lasts = ({ starts, ends }: { starts: Temporal.Instant; ends: Temporal.Instant }): number => starts.until(ends).total('minutes')
