/** Dates and times as a reader in Britain writes them. Times are local to the pack's time zone. */

const part = (language: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', ...options })
const asUtc = (date: Temporal.PlainDate): number => Date.UTC(date.year, date.month - 1, date.day)

/** `30 July 2019`. */
export const longDate = (date: Temporal.PlainDate, language = 'en'): string =>
  part(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(asUtc(date))

/** `Tuesday 24 November`. */
export const dayAndMonth = (date: Temporal.PlainDate, language = 'en'): string =>
  part(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(asUtc(date)).replace(',', '')

/** `Monday`. */
export const weekday = (date: Temporal.PlainDate, language = 'en'): string => part(language, { weekday: 'long' }).format(asUtc(date))

/** `8am`, `5:30pm`, `midnight`, `midday`; GOV.UK style guide, "times". */
export const clock = (time: { hour: number; minute: number }, language = 'en'): string => {
  if (language !== 'en') return part(language, { hour: 'numeric', minute: '2-digit' }).format(Date.UTC(2000, 0, 1, time.hour, time.minute))
  if (time.minute === 0 && time.hour % 24 === 0) return 'midnight'
  if (time.minute === 0 && time.hour === 12) return 'midday'
  const hour = time.hour % 12 || 12
  return `${hour}${time.minute ? `:${String(time.minute).padStart(2, '0')}` : ''}${time.hour < 12 ? 'am' : 'pm'}`
}

/** A date of which perhaps only the month or the year is known: `April 2026`, `2018`, `30 July 2019`. */
export const partialDate = (text: string, language = 'en'): string => {
  const [year = '', month, day] = text.split('-')
  if (day) return longDate(Temporal.PlainDate.from(text), language)
  if (!month) return year
  return part(language, { month: 'long', year: 'numeric' }).format(Date.UTC(Number(year), Number(month) - 1, 1))
}
