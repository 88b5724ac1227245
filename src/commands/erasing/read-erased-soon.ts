import { dueTogether, type ErasingRule, type Kept } from '../../domain/concerns/retention.ts'
import { command, ofPartnership } from '../command.ts'
import { at, instantOf } from '../instant.ts'
import { mergedInto } from '../merged.ts'
import { retentionIn } from './erase.ts'

/** So many days ahead someone is told of what a rule will erase. */
export const soonDays = 7

/** `on`: the night that begins this day erases it. */
export type ErasedSoon = {
  id: string
  number: number
  town: string | null
  sector: string | null
  rule: Exclude<ErasingRule, 'asked'>
  on: Temporal.PlainDate
}

/** More than anybody looks at in a week, and more than the home page counts. */
export const soonMost = { list: 100, home: 10 }
/** Days by which months of unlike length, and clocks that change, can put a day elsewhere. */
const slack = 4

/** What the rules will erase in the next days, as far as whoever asks may see it: the first come first, and one more than `most` where there are more. */
export const readErasedSoon = command<{ most: number }, readonly ErasedSoon[]>({
  verb: 'read-erased-soon',
  needs: { action: 'read', object: 'erasure' },
  about: ofPartnership,
  run: async ({ tx, now, parts }, { most }) => {
    const { timezone } = parts.pack.partnership
    const today = now.toZonedDateTimeISO(timezone).toPlainDate()
    const last = today.add({ days: soonDays })
    const retention = retentionIn(parts)
    const midnight = (day: Temporal.PlainDate) => at(day.toZonedDateTime(timezone).toInstant())
    const columns = ['id', 'number', 'town', 'sector', 'state', 'closed_at', 'outcome', mergedInto('concern.id').as('merged_into')] as const
    // One rule after the other: each is a short stretch of an index.
    const near = []
    for (const [rule, length] of Object.entries(retention.lengths))
      if (length)
        near.push(
          ...(await tx
            .selectFrom('concern')
            .select(columns)
            .where('state', '=', rule === 'withdrawn' ? 'withdrawn' : 'closed')
            .where('closed_at', '>=', midnight(today.subtract(length).subtract({ days: slack })))
            .where('closed_at', '<', midnight(last.subtract(length).add({ days: slack })))
            .orderBy('closed_at')
            .limit(2 * most)
            .execute()),
        )
    if (!near.length) return { done: [], entry: null }
    // What was joined is kept as long as the longest of them. Their ids first: one question with both would read every concern there is.
    const whole = near.map(({ id, merged_into }) => merged_into ?? id)
    const others = await tx
      .selectFrom('concern_link')
      .select('concern_id')
      .where('other_id', 'in', whole)
      .where('kind', '=', 'merged')
      .where('ended_at', 'is', null)
      .execute()
    const joined = await tx
      .selectFrom('concern')
      .select(columns)
      .where('id', 'in', [...new Set([...whole, ...others.map(({ concern_id }) => concern_id)])])
      .execute()
    const all = [...new Map([...near, ...joined].map((row) => [row.id, row])).values()]
    const allIds = all.map(({ id }) => id)
    const held = await tx
      .selectFrom('concern_hold')
      .select('concern_id')
      .where('concern_id', 'in', allIds)
      .where('ended_at', 'is', null)
      .execute()
    const stopped = await tx
      .selectFrom('concern_picture')
      .select('concern_id')
      .where('concern_id', 'in', allIds)
      .where('stopped_at', 'is not', null)
      .execute()
    const facts = all.map(
      ({ id, state, closed_at, outcome, merged_into }): Kept => ({
        ...{ id, state, outcome, into: merged_into },
        closed: closed_at && instantOf(closed_at).toZonedDateTimeISO(timezone).toPlainDate(),
        held: held.some(({ concern_id }) => concern_id === id),
        stopped: stopped.some(({ concern_id }) => concern_id === id),
      }),
    )
    const due = dueTogether(facts, retention)
    const done = all
      .flatMap(({ id, number, town, sector }): ErasedSoon[] => {
        const its = due.get(id)
        if (!its || !('on' in its) || Temporal.PlainDate.compare(its.on, last) > 0) return []
        return [{ id, number, town, sector, rule: its.rule, on: its.on }]
      })
      .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on) || one.number - other.number)
      .slice(0, most + 1)
    return { done, entry: null }
  },
})
