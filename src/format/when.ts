/** Dates and times as a reader in Britain writes them. Times are local to the pack's time zone. */

const formats = new Map<string, Intl.DateTimeFormat>()

/** To make a format takes far longer than to use one, and there are few of them. */
const part = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  formats.set(key, format)
  return format
}
const asUtc = (date: Temporal.PlainDate): number => Date.UTC(date.year, date.month - 1, date.day)

/** `30 July 2019`. */
export const longDate = (date: Temporal.PlainDate, locale = 'en-GB'): string =>
  part(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(asUtc(date))

/** `Monday 4 January 2027`. */
export const fullDate = (date: Temporal.PlainDate, locale = 'en-GB'): string => `${weekday(date, locale)} ${longDate(date, locale)}`

/** `Tuesday 24 November`. */
export const dayAndMonth = (date: Temporal.PlainDate, locale = 'en-GB'): string =>
  part(locale, { weekday: 'long', day: 'numeric', month: 'long' })
    .format(asUtc(date))
    .replace(locale.startsWith('en') ? ',' : '', '')

/** `Monday`. */
export const weekday = (date: Temporal.PlainDate, locale = 'en-GB'): string => part(locale, { weekday: 'long' }).format(asUtc(date))

/** `8am`, `5:30pm`, `midnight`, `midday`; GOV.UK style guide, "times". Elsewhere `20:00`, by the 24-hour clock, which nobody counts from six. */
export const clock = (time: { hour: number; minute: number }, locale = 'en-GB'): string => {
  if (!locale.startsWith('en'))
    return part(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.UTC(2000, 0, 1, time.hour, time.minute))
  if (time.minute === 0 && time.hour % 24 === 0) return 'midnight'
  if (time.minute === 0 && time.hour === 12) return 'midday'
  const hour = time.hour % 12 || 12
  return `${hour}${time.minute ? `:${String(time.minute).padStart(2, '0')}` : ''}${time.hour < 12 ? 'am' : 'pm'}`
}

/** A date of which perhaps only the month or the year is known: `April 2026`, `2018`, `30 July 2019`. */
export const partialDate = (text: string, locale = 'en-GB'): string => {
  const [year = '', month, day] = text.split('-')
  if (day) return longDate(Temporal.PlainDate.from(text), locale)
  if (!month) return year
  return part(locale, { month: 'long', year: 'numeric' }).format(Date.UTC(Number(year), Number(month) - 1, 1))
}
