/** A time of day as people type it: `5:30pm`, `17:30`, `1730`, `8am`, `8 am`, `midday`, `midnight`. Null: it is none, or could be two. */
export const readTypedTime = (typed: string): Temporal.PlainTime | null => {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '')
  if (text === 'midday' || text === 'noon') return new Temporal.PlainTime(12)
  if (text === 'midnight') return new Temporal.PlainTime(0)
  const [, hours = '', minutes = '', half] = /^(\d{1,2})(?:[:.]?(\d\d))?(am|pm|a\.m\.|p\.m\.)?$/.exec(text) ?? []
  const [hour, minute] = [Number(hours), Number(minutes || 0)]
  if (!hours || minute > 59) return null
  if (half) return hour < 1 || hour > 12 ? null : new Temporal.PlainTime((hour % 12) + (half.startsWith('p') ? 12 : 0), minute)
  // "8" alone may be the morning or the evening; "08:00" is the 24-hour clock.
  return !minutes || hour > 23 ? null : new Temporal.PlainTime(hour, minute)
}
