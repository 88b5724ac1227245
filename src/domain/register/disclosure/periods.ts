/** A month, as `2026-03`: in order as text. */
export type Month = string

export type Period = { from: Month | null; to: Month }

const monthOf = (year: number, month: number): Month => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
const yearOf = (month: Month): number => Number(month.slice(0, 4))
const numberOf = (month: Month): number => Number(month.slice(5))

const next = (month: Month): Month => (numberOf(month) === 12 ? monthOf(yearOf(month) + 1, 1) : monthOf(yearOf(month), numberOf(month) + 1))

/** The last month of the last quarter that was over before this day. */
export const lastQuarterOver = (today: Temporal.PlainDate): Month => {
  const quarter = Math.floor((today.month - 1) / 3)
  return quarter ? monthOf(today.year, quarter * 3) : monthOf(today.year - 1, 12)
}

/** The quarter that is not over on this day: to the end of which month it goes, and the first day on which its figures can be released. */
export const nextRelease = (today: Temporal.PlainDate): { month: Month; from: Temporal.PlainDate } => {
  const last = Math.floor((today.month - 1) / 3) * 3 + 3
  const end = Temporal.PlainYearMonth.from({ year: today.year, month: last })
  return { month: monthOf(end.year, end.month), from: end.add({ months: 1 }).toPlainDate({ day: 1 }) }
}

const firstOfQuarter = (month: Month): Month => monthOf(yearOf(month), Math.floor((numberOf(month) - 1) / 3) * 3 + 1)

/** `over`: the years that are over. */
type Periods = { months: Period[]; quarters: Period[]; years: Period[]; over: Period[]; all: Period }

/** Periods from the quarter in which the register began to the end of a quarter. A year that is not over goes to that end. */
export const periodsTo = (begins: Month, until: Month): Periods => {
  const months: Period[] = []
  for (let month = firstOfQuarter(begins); month <= until; month = next(month)) months.push({ from: month, to: month })
  const quarters = months.flatMap(({ to }, at) => (at % 3 === 2 ? [{ from: months[at - 2]?.to ?? to, to }] : []))
  const years = [...new Set(months.map(({ to }) => yearOf(to)))].map((year) => {
    const end = monthOf(year, 12)
    return { from: monthOf(year, 1), to: end < until ? end : until }
  })
  return { months, quarters, years, over: years.filter(({ to }) => numberOf(to) === 12), all: { from: null, to: until } }
}
