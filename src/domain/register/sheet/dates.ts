/** Which comes first in `03/12/2026`: the day, as in Britain, or the month, as in America. */
export const dateOrders = ['dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\D|$)/
const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\D|$)/
const dayFirst = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[- ]([a-z]{3,9})\.?,?[- ](\d{4}|\d{2})(?:\D|$)/i
const monthFirst = /^(?:[a-z]+,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:\D|$)/i
/** Seconds since 1970, as Moodle's list of grades has them: from 2001 to 2286 they have ten figures. */
const seconds = /^\d{10}$/

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/**
 * Of a column of days, which order they are in. Never a row at a time: any part over 12 tells it for all. `ask`: none does. Null: it does not
 * matter, for all say it in another way.
 */
export const dateOrderOf = (values: Iterable<string>): DateOrder | 'ask' | null => {
  let [days, monthsFirst, numeric] = [0, 0, 0]
  for (const value of values) {
    const [, first, second] = figures.exec(value.trim()) ?? []
    if (!first || !second) continue
    numeric++
    if (Number(first) > 12) days++
    if (Number(second) > 12) monthsFirst++
  }
  if (!numeric) return null
  if (days === monthsFirst) return 'ask'
  return days > monthsFirst ? 'dmy' : 'mdy'
}

/** The day that a cell says; null: none that there is. */
export const dayIn = (text: string, order: DateOrder, timeZone: string): Temporal.PlainDate | null => {
  const value = text.trim()
  const [, y, m, d] = iso.exec(value) ?? []
  if (y) return dayOf(y, Number(m), d)
  const [, one, two, year] = figures.exec(value) ?? []
  if (one) return order === 'dmy' ? dayOf(year, Number(two), one) : dayOf(year, Number(one), two)
  const [, day, named, of] = dayFirst.exec(value) ?? []
  if (named) return dayOf(of, monthOf(named), day)
  const [, month, at, ofYear] = monthFirst.exec(value) ?? []
  if (month) return dayOf(ofYear, monthOf(month), at)
  if (seconds.test(value))
    return Temporal.Instant.fromEpochMilliseconds(Number(value) * 1000)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
  return null
}

const monthOf = (name: string): number => months.findIndex((month) => name.toLowerCase().startsWith(month)) + 1

const dayOf = (year = '', month: number, day = ''): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year.length === 2 ? `20${year}` : year), month, day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}
