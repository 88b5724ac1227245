import { overlap, type Shift, type Span } from './shift.ts'

/** Days on which someone cannot be on call, the first and the last included. */
export type Leave = { id: string; person: string; first: Temporal.PlainDate; last: Temporal.PlainDate }

/** A leave is from the midnight that begins its first day to the one that ends its last. */
export const timeOfLeave = ({ first, last }: Pick<Leave, 'first' | 'last'>, timeZone: string): Span => ({
  starts: first.toZonedDateTime(timeZone).toInstant(),
  ends: last.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
})

/** The leave in which a time lies, wholly or in part. */
export const leaveDuring = <L extends Leave>(time: Span, leaves: readonly L[], timeZone: string): L | undefined =>
  leaves.find((leave) => overlap(time, timeOfLeave(leave, timeZone)))

/** The shift that someone has in this time, on whichever rung. One that was refused is none. */
export const shiftDuring = <S extends Shift>(time: Span, shifts: readonly S[]): S | undefined =>
  shifts.find((shift) => shift.answer !== 'refused' && overlap(time, shift))

/** Why a person cannot be asked for a time: a leave, or a shift that they have then. */
export type Clash<S extends Shift, L extends Leave> = { time: Span } & ({ why: 'leave'; leave: L } | { why: 'double'; shift: S })

export const clashes = <S extends Shift, L extends Leave>(
  person: string,
  times: readonly Span[],
  { shifts, leaves, timeZone }: { shifts: readonly S[]; leaves: readonly L[]; timeZone: string },
): Clash<S, L>[] => {
  const [own, away] = [shifts.filter((shift) => shift.person === person), leaves.filter((leave) => leave.person === person)]
  return times.flatMap((time): Clash<S, L>[] => {
    const leave = leaveDuring(time, away, timeZone)
    if (leave) return [{ time, why: 'leave', leave }]
    const shift = shiftDuring(time, own)
    return shift ? [{ time, why: 'double', shift }] : []
  })
}

/** The shifts that others have, or were asked for, on this rung in these times. */
export const taken = <S extends Shift>(rung: Shift['rung'], times: readonly Span[], shifts: readonly S[]): S[] =>
  shifts.filter((shift) => shift.rung === rung && shift.answer !== 'refused' && times.some((time) => overlap(time, shift)))
