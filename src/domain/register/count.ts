/*
 * Figures of the register. A coordinator and a SPOC see true ones; what is published is another thing (disclosure/).
 */

/** What figures are counted of. */
export const countKinds = ['county', 'sector', 'partner', 'organisation'] as const
export type CountKind = (typeof countKinds)[number]

/** What what somebody holds is worth, as lists have it: of those that were withdrawn or replaced there is no row. */
export const standingWorths = ['current', 'needs-update', 'ended'] as const
export type StandingWorth = (typeof standingWorths)[number]

/** `new`: came into the register in the last thirty days. Somebody who holds two courses may be `current` and `needs-update` at once. */
export const countMeasures = ['people', ...standingWorths, 'new', 'events', 'trainers'] as const
export type CountMeasure = (typeof countMeasures)[number]

/** Between so many people: where two may be one, nobody knows until a person says. */
export type Count = { least: number; most: number }
export const none: Count = { least: 0, most: 0 }

/** Who a list of people shows. */
export const peopleStates = [...standingWorths, 'new'] as const
export type PeopleState = (typeof peopleStates)[number]

/** A share as it is said, to the nearest per cent. `underOne`: some are, though fewer than one in a hundred. All of them alone are 100. */
export type Share = { percent: number; underOne: boolean }

/** Null: there is no whole, or more are counted than it has, so that it is out of date. */
export const shareOf = (people: number, whole: number | null): Share | null => {
  if (whole === null || whole < 1 || people > whole) return null
  const exact = (people / whole) * 100
  const percent = people === whole ? 100 : Math.min(99, Math.round(exact))
  return { percent, underOne: people > 0 && exact < 1 }
}

/** Months from one to another, both among them, as `2026-11`. */
export const monthsBetween = (from: Temporal.PlainYearMonth, to: Temporal.PlainYearMonth): Temporal.PlainYearMonth[] => {
  const many = from.until(to, { largestUnit: 'months' }).months
  return Array.from({ length: Math.max(0, many + 1) }, (_, at) => from.add({ months: at }))
}
