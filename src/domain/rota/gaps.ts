import { earlier, isEmpty, later, overlap, type Shift, type Span } from './shift.ts'

/** A time in which nobody who is called first has agreed. `asked`: somebody was asked and has not said yet. */
export type Gap = Span & { kind: 'nobody' | 'asked' }

/** How far ahead gaps are looked for, in days. */
export const gapDays = 14

/** The gaps of the first rung in a time, in order, each as long as it can be. */
export const gaps = (shifts: readonly Shift[], within: Span): Gap[] => {
  const first = shifts.filter((shift) => shift.rung === 1 && shift.answer !== 'refused' && overlap(shift, within))
  const cuts = [
    within.starts,
    within.ends,
    ...first.flatMap(({ starts, ends }) => [later(starts, within.starts), earlier(ends, within.ends)]),
  ]
    .toSorted(Temporal.Instant.compare)
    .filter((cut, at, all) => at === 0 || !cut.equals(all[at - 1] as Temporal.Instant))
  const found: Gap[] = []
  for (const [at, starts] of cuts.slice(0, -1).entries()) {
    const piece = { starts, ends: cuts[at + 1] as Temporal.Instant }
    const there = first.filter((shift) => overlap(shift, piece))
    if (there.some(({ answer }) => answer === 'agreed')) continue
    const kind = there.length ? 'asked' : 'nobody'
    const last = found.at(-1)
    if (last?.kind === kind && last.ends.equals(starts)) last.ends = piece.ends
    else found.push({ ...piece, kind })
  }
  return found
}

/** The part of a time that lies on a local day; null: none of it does. */
export const onDay = ({ starts, ends }: Span, day: Temporal.PlainDate, timeZone: string): Span | null => {
  const part = {
    starts: later(starts, day.toZonedDateTime(timeZone).toInstant()),
    ends: earlier(ends, day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant()),
  }
  return isEmpty(part) ? null : part
}
