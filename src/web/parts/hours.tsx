import type { Child } from 'hono/jsx'
import { type Service, type Weekday, weekdays } from '../../domain/services/service.ts'
import { weeklyHours } from '../../domain/services/weekly-hours.ts'
import type { Moment, Site } from '../site.ts'
import { clock, weekday } from '../words/when.ts'

/** Where a fact is not known the page says so. */
export const Unknown = ({ site }: { site: Site }) => <em class="unk">{site.say('site.not-known')}</em>

/** The regular hours in force, for paper and files: `Monday to Friday 8am to 8pm. Saturday 9am to 5pm.` A holiday without a rule leaves the week's known. */
export const hoursWords = ({ site, local, stateOf }: Moment, service: Service): Child => {
  const { state, reason } = stateOf(service.id)
  const words = weekWords(site, service, local.toPlainDate())
  return !words || (state === 'unknown' && !['bank-holiday', 'hours'].includes(reason)) ? <Unknown site={site} /> : words
}

/** The regular hours of the rows in force on a day; empty where there are none. */
export const weekWords = (site: Site, service: Service, on: Temporal.PlainDate): string => {
  const { say } = site
  const { runs, allDay } = weeklyHours(service, on)
  if (service.schedule === 'unknown' || !runs.length) return ''
  if (allDay) return say('service.hours-always')
  const closed = service.schedule.some((row) => row.bank_holidays === 'closed') ? ` ${say('service.closed-holidays')}` : ''
  const unsure = site.still && service.schedule.some((row) => row.bank_holidays === 'unknown') ? ` ${say('service.hours-holiday')}.` : ''
  return (
    runs
      .map(
        (run) =>
          `${say('service.hours-row', { days: daysWords(site, run.days), opens: timeWords(site, run.opens), closes: timeWords(site, run.closes) })}. `,
      )
      .join('') +
    closed +
    unsure
  )
}

const timeWords = (site: Site, text: string): string =>
  clock({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) }, site.say.locale)

const daysWords = (site: Site, days: readonly Weekday[]): string => {
  // 5 January 1970 was a Monday.
  const name = (day: Weekday) => weekday(Temporal.PlainDate.from('1970-01-05').add({ days: weekdays.indexOf(day) }), site.say.locale)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  return days.length > 2 ? site.say('service.days-range', { first: name(first), last: name(last) }) : days.map(name).join(', ')
}
