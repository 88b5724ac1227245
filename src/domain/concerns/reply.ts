/** How long a reply can be taken back before its reporter can read it. */
export const replyHold = Temporal.Duration.from({ minutes: 10 })

/** The longest reply, in letters: about three pages. */
export const longestReply = 8000
export const longestNote = 20_000

/** Is a place to fill in left as it was, such as `[your question]`? A reply has no other use for these brackets. */
export const hasBlank = (text: string): boolean => /[[\]]/.test(text)

/** A concern in danger cannot wait for the hold: its reply may go at once. */
export const mayGoAtOnce = ({ danger, urgency }: { danger: boolean; urgency: string | null }): boolean => danger || urgency === 'now'

/** Is it still held, so that it can be taken back? */
export const isHeld = (reply: { goesAt: Temporal.Instant; takenBackAt: Temporal.Instant | null }, now: Temporal.Instant): boolean =>
  reply.takenBackAt === null && Temporal.Instant.compare(reply.goesAt, now) > 0

/** Can its reporter read it, or could they have? */
export const hasGone = (reply: { goesAt: Temporal.Instant; takenBackAt: Temporal.Instant | null }, now: Temporal.Instant): boolean =>
  reply.takenBackAt === null && Temporal.Instant.compare(reply.goesAt, now) <= 0

/** By when the reporter will hear again, as whoever replies chooses it: 5pm of a day that many days on. */
export const promises = ['tomorrow', 'three-days', 'week', 'two-weeks'] as const
export type Promised = (typeof promises)[number]
const daysOf: Readonly<Record<Promised, number>> = { tomorrow: 1, 'three-days': 3, week: 7, 'two-weeks': 14 }
export const promisedBy = (promised: Promised, local: Temporal.ZonedDateTime): Temporal.Instant =>
  local.toPlainDate().add({ days: daysOf[promised] }).toZonedDateTime({ timeZone: local.timeZoneId, plainTime: '17:00' }).toInstant()
