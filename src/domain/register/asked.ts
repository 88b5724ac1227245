import type { EventState } from './event.ts'
import { type RegisterRules, registerLength } from './register.ts'

/** People of an event are asked what they think of it: soon after it, months later, and about half a year later. */
export const askedAt = ['after', 'later', 'half-year'] as const
export type AskedAt = (typeof askedAt)[number]

/** What they think of it is taken from its start until so long after its end. */
export const takenAfter = Temporal.Duration.from({ days: 14 })
/** Each of the later times lasts so long, or until the next one. They begin when the pack's register.yaml says. */
const monthsLater = 3
/** Whoever could not send the address, or be sent it, for so long after the time began is past it. */
const sentWithin = Temporal.Duration.from({ days: 30 })

const ruleOf = { later: 'evaluation-later', 'half-year': 'evaluation-half-year' } as const

type Of = { state: EventState; starts: Temporal.Instant; ends: Temporal.Instant }
type By = { rules: RegisterRules; timezone: string }
type Time = { asked: AskedAt; opens: Temporal.Instant; closes: Temporal.Instant }

/** When answers are taken, one time after the other; a time for which the pack has no length is none. */
export const timesOf = ({ state, starts, ends }: Of, { rules, timezone }: By): readonly Time[] => {
  if (state !== 'planned') return []
  const local = ends.toZonedDateTimeISO(timezone)
  const later = (['later', 'half-year'] as const).flatMap((asked): Time[] => {
    const length = registerLength(rules, ruleOf[asked])
    return length
      ? [
          {
            asked,
            opens: local.add(length).toInstant(),
            closes: local.add(length.with({ months: length.months + monthsLater })).toInstant(),
          },
        ]
      : []
  })
  const all = [{ asked: 'after' as const, opens: starts, closes: local.add(takenAfter).toInstant() }, ...later].sort((a, b) =>
    Temporal.Instant.compare(a.opens, b.opens),
  )
  return all.map((time, n) => {
    const next = all[n + 1]
    return next && Temporal.Instant.compare(next.opens, time.closes) < 0 ? { ...time, closes: next.opens } : time
  })
}

/** Which of the times it is now; null: none. */
export const askedNow = (event: Of, by: By, now: Temporal.Instant): AskedAt | null =>
  timesOf(event, by).find(({ opens, closes }) => Temporal.Instant.compare(opens, now) <= 0 && Temporal.Instant.compare(now, closes) < 0)
    ?.asked ?? null

/** When answers are taken next; null: never again. */
export const askedNext = (event: Of, by: By, now: Temporal.Instant): Temporal.Instant | null =>
  timesOf(event, by).find(({ opens }) => Temporal.Instant.compare(now, opens) < 0)?.opens ?? null

/** Of events that ended after the one instant, and not after the other, the address is to be sent now; null: the pack has no such time. */
export const toSend = (
  asked: Exclude<AskedAt, 'after'>,
  rules: RegisterRules,
  now: Temporal.ZonedDateTime,
): { after: Temporal.Instant; until: Temporal.Instant } | null => {
  const length = registerLength(rules, ruleOf[asked])
  if (!length) return null
  const until = now.subtract(length)
  return { after: until.subtract(sentWithin).toInstant(), until: until.toInstant() }
}
