import { type Service, type Weekday, weekdays } from '../domain/services/service.ts'
import { weeklyHours } from '../domain/services/weekly-hours.ts'
import type { FormatText } from './messages.ts'
import { clock, weekday } from './when.ts'

/**
 * The regular hours of the rows in force on a day: `Monday to Friday 8am to 8pm. Saturday 9am to 5pm.` Empty where there are none.
 * `undated`: for paper and files, whose reader must be told where nobody knows of bank holidays.
 */
export const weekWords = (t: FormatText, service: Service, on: Temporal.PlainDate, undated: boolean): string => {
  const { runs, allDay } = weeklyHours(service, on)
  if (service.schedule === 'unknown' || !runs.length) return ''
  if (allDay) return t('service.hours-always')
  const closed = service.schedule.some((row) => row.bank_holidays === 'closed') ? ` ${t('service.closed-holidays')}` : ''
  const unsure = undated && service.schedule.some((row) => row.bank_holidays === 'unknown') ? ` ${t('service.hours-holiday')}.` : ''
  return (
    runs
      .map(
        (run) =>
          `${t('service.hours-row', { days: daysWords(t, run.days), opens: timeWords(t, run.opens), closes: timeWords(t, run.closes) })}. `,
      )
      .join('') +
    closed +
    unsure
  )
}

const timeWords = ({ locale }: FormatText, text: string): string =>
  clock({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) }, locale)

const daysWords = (t: FormatText, days: readonly Weekday[]): string => {
  // 5 January 1970 was a Monday.
  const name = (day: Weekday) => weekday(Temporal.PlainDate.from('1970-01-05').add({ days: weekdays.indexOf(day) }), t.locale)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  return days.length > 2 ? t('service.days-range', { first: name(first), last: name(last) }) : days.map(name).join(', ')
}
