import type { WordId } from '../content/word-ids.ts'
import { type Service, type Weekday, weekdays } from '../domain/services/service.ts'
import { weeklyHours } from '../domain/services/weekly-hours.ts'
import { clock, weekday } from './when.ts'

/** Speaks words of the pack that take plain values, in one language. */
export type SayPlain = { (id: WordId, values?: Record<string, string | number>): string; locale: string }

/**
 * The regular hours of the rows in force on a day: `Monday to Friday 8am to 8pm. Saturday 9am to 5pm.` Empty where there are none.
 * `undated`: for paper and files, whose reader must be told where nobody knows of bank holidays.
 */
export const weekWords = (say: SayPlain, service: Service, on: Temporal.PlainDate, undated: boolean): string => {
  const { runs, allDay } = weeklyHours(service, on)
  if (service.schedule === 'unknown' || !runs.length) return ''
  if (allDay) return say('service.hours-always')
  const closed = service.schedule.some((row) => row.bank_holidays === 'closed') ? ` ${say('service.closed-holidays')}` : ''
  const unsure = undated && service.schedule.some((row) => row.bank_holidays === 'unknown') ? ` ${say('service.hours-holiday')}.` : ''
  return (
    runs
      .map(
        (run) =>
          `${say('service.hours-row', { days: daysWords(say, run.days), opens: timeWords(say, run.opens), closes: timeWords(say, run.closes) })}. `,
      )
      .join('') +
    closed +
    unsure
  )
}

const timeWords = ({ locale }: SayPlain, text: string): string =>
  clock({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) }, locale)

const daysWords = (say: SayPlain, days: readonly Weekday[]): string => {
  // 5 January 1970 was a Monday.
  const name = (day: Weekday) => weekday(Temporal.PlainDate.from('1970-01-05').add({ days: weekdays.indexOf(day) }), say.locale)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  return days.length > 2 ? say('service.days-range', { first: name(first), last: name(last) }) : days.map(name).join(', ')
}
