import { z } from 'zod'
import { lengthOf, lengthSchema } from '../data-protection/data-protection.ts'
import { id } from '../fact.ts'
import type { ConcernState } from './concern.ts'

/** Why a concern is erased: by which rule of how long it is kept, or because somebody asked for it. */
export const erasingRules = ['without-action', 'with-action', 'withdrawn', 'asked'] as const
export type ErasingRule = (typeof erasingRules)[number]

/** A row of the pack's retention.yaml. */
export const retentionRuleSchema = z.strictObject({
  id: z.enum(['without-action', 'withdrawn', 'asked']),
  length: lengthSchema,
  /** Outcomes that count as closed without action. */
  outcomes: z.array(id).optional(),
  reason: z.string().min(1),
})

/** Why somebody may ask to have a concern erased before its time: a row of the same file. */
export const erasingReasonSchema = z.strictObject({ id, text: z.string().min(1).max(200) })

type RetentionRule = z.infer<typeof retentionRuleSchema>

/** How long concerns are kept once they are closed. Null: the partnership has not decided, so they stay. */
export type Retention = {
  lengths: Readonly<Record<Exclude<ErasingRule, 'asked'>, Temporal.Duration | null>>
  /** Outcomes of what was closed without action. */
  withoutAction: ReadonlySet<string>
  /** How long it waits after somebody asked, so that any coordinator can stop it. */
  asked: Temporal.Duration
}

/** Where the pack says nothing. */
const usualWait = '7 days'

export const retentionOf = (rules: readonly RetentionRule[], withAction: string | null): Retention => {
  const rule = (wanted: RetentionRule['id']): RetentionRule | undefined => rules.find((one) => one.id === wanted)
  const length = (text: string | null | undefined): Temporal.Duration | null => (text ? lengthOf(text) : null)
  return {
    lengths: {
      'without-action': length(rule('without-action')?.length),
      'with-action': length(withAction),
      withdrawn: length(rule('withdrawn')?.length),
    },
    withoutAction: new Set(rule('without-action')?.outcomes ?? []),
    asked: lengthOf(rule('asked')?.length ?? usualWait),
  }
}

/** The day that erases what somebody asked for today: after so many whole days. */
export const erasesOn = (asked: Temporal.PlainDate, { asked: wait }: Pick<Retention, 'asked'>): Temporal.PlainDate =>
  asked.add(wait).add({ days: 1 })

/** So soon after it was closed, a reporter may not have read what came of it. */
const freshDays = 7

/** What speaks against erasing it now: it was closed only days ago; its reporter has a code, and nobody wrote to them. */
export const againstErasing = (
  { closed, code, answered }: { closed: Temporal.PlainDate | null; code: boolean; answered: boolean },
  today: Temporal.PlainDate,
): ('fresh' | 'unanswered')[] => [
  ...(closed && Temporal.PlainDate.compare(closed.add({ days: freshDays }), today) > 0 ? (['fresh'] as const) : []),
  ...(code && !answered ? (['unanswered'] as const) : []),
]

/** What of a concern says how long it is kept. `closed`: the day on the clocks of the partnership; `into`: what it was joined to. */
export type Kept = {
  id: string
  state: ConcernState
  closed: Temporal.PlainDate | null
  outcome: string | null
  into: string | null
  held: boolean
  /** A picture of it may be illegal, and the police may need it. */
  stopped: boolean
}

/** The day from which it is erased, and by which rule; or why it stays. */
export type Due = { on: Temporal.PlainDate; rule: Exclude<ErasingRule, 'asked'> } | { stays: 'open' | 'held' | 'picture' | 'undecided' }

/** An outcome that nobody knows any more counts as action: what is in doubt is kept for longer. */
export const dueOf = ({ state, closed, outcome, held, stopped }: Omit<Kept, 'id' | 'into'>, { lengths, withoutAction }: Retention): Due => {
  if (held) return { stays: 'held' }
  if (stopped) return { stays: 'picture' }
  if ((state !== 'closed' && state !== 'withdrawn') || !closed) return { stays: 'open' }
  const rule = state === 'withdrawn' ? 'withdrawn' : outcome !== null && withoutAction.has(outcome) ? 'without-action' : 'with-action'
  const length = lengths[rule]
  return length ? { on: closed.add(length), rule } : { stays: 'undecided' }
}

/** What was joined together is kept together: as long as the one of them that is kept longest. */
export const dueTogether = (concerns: readonly Kept[], retention: Retention): ReadonlyMap<string, Due> => {
  const byId = new Map(concerns.map((one) => [one.id, one]))
  const headOf = ({ id, into }: Kept, seen: ReadonlySet<string> = new Set()): string => {
    const next = into !== null && !seen.has(into) ? byId.get(into) : undefined
    return next ? headOf(next, new Set([...seen, id])) : id
  }
  const groups = Map.groupBy(concerns, (one) => headOf(one))
  const due = new Map<string, Due>()
  for (const group of groups.values()) {
    const longest = group.map((one) => dueOf(one, retention)).reduce(later)
    for (const { id } of group) due.set(id, longest)
  }
  return due
}

const later = (one: Due, other: Due): Due => {
  if ('stays' in one) return one
  if ('stays' in other) return other
  return Temporal.PlainDate.compare(one.on, other.on) >= 0 ? one : other
}

export const isDue = (due: Due, today: Temporal.PlainDate): boolean => 'on' in due && Temporal.PlainDate.compare(due.on, today) <= 0

/**
 * The day from which nobody can open what was erased, whatever copy they have: once every copy of its own key has run out, and the
 * partnership's key that it came under is destroyed and every copy of that has run out. Null: not known yet, because that key is still there.
 * `copies`: the last day of copies of the keys that were made before the erasing; `keysGone`: when each of the partnership's keys was destroyed.
 */
export const unopenableFrom = (
  erased: Temporal.PlainDate,
  { copies, keysGone, days }: { copies: Temporal.PlainDate | null; keysGone: readonly (Temporal.PlainDate | null)[]; days: number },
): Temporal.PlainDate | null => {
  if (keysGone.includes(null)) return null
  const dates = [erased, copies?.add({ days: 1 }), ...keysGone.map((day) => day?.add({ days: days + 1 }))]
  return dates.flatMap((day) => day ?? []).reduce((last, day) => (Temporal.PlainDate.compare(day, last) > 0 ? day : last))
}
