/** A date as it is typed, in three parts: nothing is lost where it is no date. */
export type TypedDate = { day: string; month: string; year: string }

export const dateParts = ['day', 'month', 'year'] as const

/** What is wrong with a typed date by itself, and which of its parts. */
export type TypedDateFault =
  | { code: 'missing' | 'not-real'; parts: readonly (keyof TypedDate)[] }
  | { code: 'lacks'; parts: readonly (keyof TypedDate)[] }
  | { code: 'year'; parts: readonly ['year'] }

/** The day that was typed; a year has four digits, a month may be its English name. */
export const readTypedDate = (typed: TypedDate): Temporal.PlainDate | TypedDateFault => {
  const lacking = dateParts.filter((part) => typed[part].trim() === '')
  if (lacking.length === 3) return { code: 'missing', parts: dateParts }
  if (lacking.length) return { code: 'lacks', parts: lacking }
  const [day, month, year] = [wholeNumber(typed.day), monthOf(typed.month), wholeNumber(typed.year)]
  if (year !== null && typed.year.trim().length !== 4) return { code: 'year', parts: ['year'] }
  if (day === null || month === null || year === null) {
    const strange = dateParts.filter((part) => ({ day, month, year })[part] === null)
    return { code: 'not-real', parts: strange }
  }
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return { code: 'not-real', parts: dateParts }
  }
}

const wholeNumber = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month as a number or by its English name, as people type it (GOV.UK Design System, "Date input"). */
const monthOf = (text: string): number | null => {
  const name = text.trim().toLowerCase()
  if (/^[a-z]{3,9}$/.test(name)) {
    const at = months.indexOf(name.slice(0, 3))
    return at < 0 ? null : at + 1
  }
  return wholeNumber(text)
}
